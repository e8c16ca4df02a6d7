package app.madang.metering;

import java.time.Instant;

/**
 * A budget now. Of a budget that is everyone's, the figures are those of whoever spent most.
 *
 * @param spent in this period
 * @param outstanding worst cases of requests that still run, unused leases, and orphans
 */
public record BudgetStanding(Budget budget, Money spent, Money outstanding, Instant resetsAt) {}
