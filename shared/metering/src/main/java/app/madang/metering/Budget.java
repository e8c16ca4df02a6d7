package app.madang.metering;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent in a period.
 *
 * @param subjectId the person, group or tool; null for the company, and for the other scopes what
 *     each one has that has no budget of its own of this period and kind
 * @param warnAt percent of the cap at which {@code budget.warned.v1} is told
 */
public record Budget(
    UUID id,
    BudgetScope scope,
    @Nullable UUID subjectId,
    BudgetPeriod period,
    Money cap,
    BudgetKind kind,
    int warnAt,
    boolean enabled) {}
