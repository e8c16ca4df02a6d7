package app.madang.contracts.events;

import java.util.UUID;

/** {@code canary.observed.v1}: an answer of a canary ended or was rated; judge the canary. */
public record CanaryObserved(UUID toolId, int number) {}
