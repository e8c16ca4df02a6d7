package app.madang.metering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was used and what it cost, for reports. One statement each. */
public interface Spending {

  /** One line a day and subject, by day, the dearest first. */
  List<SpendingLine> byDay(Dimension dimension, SpendingRange range);

  /** One line a subject over the whole range, the dearest first. */
  List<SpendingLine> totals(Dimension dimension, SpendingRange range, int limit);

  /**
   * Like {@link #totals(Dimension, SpendingRange, int)}, from behind a line on; null for the
   * beginning.
   */
  List<SpendingLine> totals(
      Dimension dimension, SpendingRange range, @Nullable SpendingLine after, int limit);

  /** Whose spending this is. */
  Company company();

  /** How each model did, oldest first; answers from the cache do not count. */
  List<ModelHealth> health(ModelHealth.Grain grain, Instant from, Instant to);

  /**
   * What the month of a day will have cost: {@code spent + max(0, m(today's weekday) − today's) + Σ
   * m(weekday of d)} over the days {@code d} from tomorrow to the month's end, where {@code m} is
   * the mean cost of that weekday over the eight weeks before today, days without use included, but
   * none before the first use in them; a weekday without any has the mean of all days.
   */
  Forecast forecast(LocalDate today);

  /**
   * Days on which a subject cost over three times the median of the same weekday in the eight weeks
   * before; counted are days with use, and three of them make a median.
   */
  List<Anomaly> anomalies(Dimension dimension, SpendingRange range);
}
