package app.madang.contracts.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code budget.exhausted.v1}: nothing is left, or too little for what was asked. Told once a
 * budget, subject and period.
 *
 * @param subjectId the person, group or tool; null for the company
 * @param startsOn the period's first day
 */
public record BudgetExhausted(UUID budgetId, @Nullable UUID subjectId, LocalDate startsOn) {}
