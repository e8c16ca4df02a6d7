package app.madang.contracts.events;

import java.util.UUID;

/** {@code evaluation.due.v1}: a golden question of a running evaluation waits for its answer. */
public record EvaluationDue(UUID resultId) {}
