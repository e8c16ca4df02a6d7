package app.madang.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one subject used and cost.
 *
 * @param day null in totals
 * @param subject an id, {@code provider/model}, or null: the company, or nobody's (no person, no
 *     group, no tool). Who is in two groups counts in both lines, so that these add up to more than
 *     the company's
 * @param requests what people asked; failovers make more attempts
 * @param errors attempts that failed or broke off
 */
public record SpendingLine(
    @Nullable LocalDate day,
    @Nullable String subject,
    long requests,
    long attempts,
    long errors,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    Money cost) {}
