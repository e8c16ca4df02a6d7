package app.madang.metering;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that cost over three times the usual.
 *
 * @param subject as in {@link SpendingLine}
 * @param median of the same weekday in the eight weeks before
 */
public record Anomaly(LocalDate day, @Nullable String subject, Money cost, Money median) {}
