package app.madang.functions.reporting;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a finished report, as they are kept.
 *
 * @param tools null in reports from before they were told
 */
record ScheduledFigures(
    UsageFigures totals,
    BigDecimal costBefore,
    List<UsageLine> models,
    List<UsageLine> groups,
    List<UsageLine> people,
    @Nullable List<UsageLine> tools) {}
