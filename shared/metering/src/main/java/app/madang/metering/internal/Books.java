package app.madang.metering.internal;

import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetScope;
import app.madang.metering.ExchangeRate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the book in memory and never shows one that is older than its time to live. */
final class Books {

  static final Duration TIME_TO_LIVE = Duration.ofSeconds(5);

  private static final String VERSION = "SELECT version FROM metering.company";

  private static final String COMPANY = "SELECT version, time_zone, currency FROM metering.company";

  private static final String BOUNDS =
      """
      SELECT scope, subject_id, period FROM metering.budgets WHERE enabled AND kind = 'HARD'
      """;

  private static final String RATES =
      "SELECT currency, valid_from, rate, source FROM metering.exchange_rates";

  private final JdbcClient jdbc;
  private volatile @Nullable Fresh fresh;

  private record Fresh(Book book, long readAt) {}

  private record Company(long version, String timeZone, String currency) {}

  Books(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The book; asks the database only when nobody refreshed it in time. */
  Book current() {
    Fresh seen = fresh;
    return seen != null && !older(seen, TIME_TO_LIVE)
        ? seen.book()
        : refresh(TIME_TO_LIVE.dividedBy(2));
  }

  /** Reads it again when it is older than this. */
  synchronized Book refresh(Duration age) {
    Fresh seen = fresh;
    if (seen != null && !older(seen, age)) {
      return seen.book();
    }
    long now = System.nanoTime();
    Book book =
        seen != null && jdbc.sql(VERSION).query(Long.class).single() == seen.book().version()
            ? seen.book()
            : read();
    fresh = new Fresh(book, now);
    return book;
  }

  private static boolean older(Fresh seen, Duration age) {
    return System.nanoTime() - seen.readAt() >= age.toNanos();
  }

  /** The version first: a change in between shows the next time. */
  private Book read() {
    Company company = jdbc.sql(COMPANY).query(Company.class).single();
    Set<Book.Bound> bounded =
        jdbc
            .sql(BOUNDS)
            .query(
                (row, n) ->
                    new Book.Bound(
                        BudgetScope.valueOf(row.getString(1)),
                        row.getObject(2, UUID.class),
                        BudgetPeriod.valueOf(row.getString(3))))
            .list()
            .stream()
            .collect(Collectors.toUnmodifiableSet());
    Map<String, NavigableMap<Instant, ExchangeRate>> rates = new HashMap<>();
    jdbc.sql(RATES)
        .query(
            row -> {
              Instant from = row.getObject(2, OffsetDateTime.class).toInstant();
              rates
                  .computeIfAbsent(row.getString(1), currency -> new TreeMap<>())
                  .put(from, new ExchangeRate(row.getBigDecimal(3), from, row.getString(4)));
            });
    return new Book(
        company.version(), ZoneId.of(company.timeZone()), company.currency(), bounded, rates);
  }
}
