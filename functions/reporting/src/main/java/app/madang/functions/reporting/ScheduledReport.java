package app.madang.functions.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A finished report. */
record ScheduledReport(
    UUID id,
    String period,
    LocalDate startsOn,
    LocalDate endsOn,
    String currency,
    Instant madeAt,
    ScheduledFigures figures) {}
