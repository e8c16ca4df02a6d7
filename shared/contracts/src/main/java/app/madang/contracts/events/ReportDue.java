package app.madang.contracts.events;

import java.time.Instant;

/** {@code report.due.v1}: make the cost reports of what is over by then and has none. */
public record ReportDue(Instant at) {}
