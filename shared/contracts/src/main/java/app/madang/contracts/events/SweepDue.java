package app.madang.contracts.events;

import java.time.Instant;

/** {@code sweep.due.v1}: publish what was left behind and re-emit what is stuck. */
public record SweepDue(Instant at) {}
