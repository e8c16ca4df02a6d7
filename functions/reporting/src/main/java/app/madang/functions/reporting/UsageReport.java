package app.madang.functions.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was used and what it cost. */
record UsageReport(
    LocalDate from,
    LocalDate to,
    UsageBy by,
    String currency,
    String timeZone,
    @Nullable String rateSource,
    @Nullable LocalDate rateDate,
    UsageFigures totals,
    List<UsageLine> items,
    @Nullable String nextCursor) {}
