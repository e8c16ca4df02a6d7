package app.madang.functions.reporting;

import app.madang.metering.SpendingRange;
import app.madang.runtime.ProblemException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The days of a report, both ends included. */
final class Days {

  private static final int MOST = 400;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

  private Days() {}

  /**
   * The range of two days.
   *
   * @throws ProblemException when they are none, or too many
   */
  static SpendingRange of(LocalDate from, LocalDate to, @Nullable UUID person) {
    if (from.isBefore(FIRST) || from.isAfter(LAST)) {
      throw ProblemException.field("from", FIRST + " – " + LAST);
    }
    if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) > MOST) {
      throw ProblemException.field("to", from + " – " + from.plusDays(MOST));
    }
    return new SpendingRange(from, to.plusDays(1), person);
  }
}
