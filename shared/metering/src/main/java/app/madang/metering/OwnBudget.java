package app.madang.metering;

import org.jspecify.annotations.Nullable;

/**
 * A budget that bounds a person.
 *
 * @param standing its subject is the person or the group, also where the budget is everyone's
 * @param exhausted whether it told that it is used up, false when it warned; null when it told
 *     nothing in this period
 */
public record OwnBudget(BudgetStanding standing, @Nullable Boolean exhausted) {}
