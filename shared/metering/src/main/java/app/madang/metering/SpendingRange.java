package app.madang.metering;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose spending, when.
 *
 * @param from first day, in the company's time zone
 * @param to the day after the last
 * @param personId null for everybody's
 */
public record SpendingRange(LocalDate from, LocalDate to, @Nullable UUID personId) {

  /** Refuses a range without days. */
  public SpendingRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a range needs a day");
    }
  }
}
