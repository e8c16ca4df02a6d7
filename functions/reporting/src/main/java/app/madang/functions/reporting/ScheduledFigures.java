package app.madang.functions.reporting;

import java.math.BigDecimal;
import java.util.List;

/** The figures of a finished report, as they are kept. */
record ScheduledFigures(
    UsageFigures totals,
    BigDecimal costBefore,
    List<UsageLine> models,
    List<UsageLine> groups,
    List<UsageLine> people) {}
