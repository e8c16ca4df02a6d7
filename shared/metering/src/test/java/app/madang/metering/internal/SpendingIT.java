package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.madang.metering.Dimension;
import app.madang.metering.Forecast;
import app.madang.metering.ModelHealth;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.Spending;
import app.madang.metering.SpendingLine;
import app.madang.metering.SpendingRange;
import app.madang.metering.Upkeep;
import app.madang.metering.UsageEvent;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.testing.StatementCounter;
import app.madang.testing.TestStack;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SpendingIT {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

  private final DriverManagerDataSource source =
      new DriverManagerDataSource(
          TestStack.get().jdbcUrl(), "reporting", TestStack.get().password());
  private final StatementCounter counted = StatementCounter.of(source, Stand.IDLE);
  private final Transactions transactions = new Transactions(new CallerTransactions(counted));
  private final JdbcClient jdbc = JdbcClient.create(counted);
  private final Spending spending = SpendingBeans.spending(transactions, jdbc);
  private final Upkeep upkeep = SpendingBeans.upkeep(transactions, jdbc, 240);
  private final UUID person = UUID.randomUUID();
  private final UUID group = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();

  @BeforeEach
  void empty() {
    Stand.SUPERUSER
        .sql(
            """
            TRUNCATE metering.usage, metering.daily_sums, metering.subject_sums,
              metering.hourly_health, metering.late_days
            """)
        .update();
    Stand.SUPERUSER.sql("UPDATE metering.summed SET up_to = '-infinity'").update();
  }

  /** A row; noon in Seoul. */
  private void use(LocalDate day, String model, int attempt, String outcome, int first, long won) {
    Instant at = day.atTime(12, 0).atZone(SEOUL).toInstant();
    Stand.SUPERUSER
        .sql(
            """
            INSERT INTO metering.usage (id, at, day, person_id, group_ids, request_id, attempt, provider, model,
              input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
            SELECT v.id, uuid_extract_timestamp(v.id), ?, ?, CAST(? AS uuid[]), uuidv7(), ?, 'p', ?, 100, 20, 50, ?, ?, ? + 1000, ?
              FROM (SELECT CAST(? AS uuid) AS id) v
            """)
        .params(
            day,
            person,
            "{%s,%s}".formatted(group, other),
            attempt,
            model,
            Money.of(won).micros(),
            first,
            first,
            outcome,
            UsageEvent.newId(at).toString())
        .update();
  }

  private SpendingRange mine(LocalDate from, LocalDate to) {
    return new SpendingRange(from, to, person);
  }

  @Test
  void sums_are_the_same_before_and_after_they_are_made_and_late_rows_come_in() {
    LocalDate day = LocalDate.parse("2026-03-02");
    use(day, "a", 1, "OK", 100, 5);
    use(day, "a", 1, "FAILED", -1, 0);
    use(day, "b", 2, "OK", 100, 7);
    use(day.plusDays(1), "a", 1, "OK", 100, 11);
    SpendingRange range = mine(day, day.plusDays(2));
    List<SpendingLine> before = spending.byDay(Dimension.MODEL, range);
    List<ModelHealth> healthBefore = health(ModelHealth.Grain.DAY, day);
    assertThat(before)
        .extracting(SpendingLine::day, SpendingLine::subject, l -> l.cost().units().longValue())
        .containsExactly(
            tuple(day, "p/b", 7L), tuple(day, "p/a", 5L), tuple(day.plusDays(1), "p/a", 11L));
    sumAll();
    assertThat(rows("daily_sums")).isEqualTo(3);
    assertThat(spending.byDay(Dimension.MODEL, range)).isEqualTo(before);
    assertThat(health(ModelHealth.Grain.DAY, day)).isEqualTo(healthBefore);
    use(day, "a", 1, "OK", 100, 100);
    upkeep.sweep();
    SpendingLine whole = spending.totals(Dimension.COMPANY, range, 10).getFirst();
    assertThat(whole.cost()).isEqualTo(Money.of(123));
    assertThat(whole.requests()).isEqualTo(4);
    assertThat(whole.attempts()).isEqualTo(5);
    assertThat(whole.errors()).isEqualTo(1);
    assertThat(whole.inputTokens()).isEqualTo(500);
    assertThat(spending.totals(Dimension.GROUP, range, 10))
        .extracting(SpendingLine::subject)
        .containsExactlyInAnyOrder(group.toString(), other.toString());
  }

  @Test
  void reports_by_group_say_what_the_groups_accounts_paid_and_nothing_is_counted_twice()
      throws Exception {
    UUID[] groups = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
    try (Stand.Instance instance = Stand.instance()) {
      for (Set<UUID> of :
          List.of(
              Set.of(groups[0], groups[1]), Set.of(groups[1]), Set.of(groups), Set.<UUID>of())) {
        Spender who = new Spender(UUID.randomUUID(), of, null);
        instance
            .meter()
            .budgets()
            .reserve(who, Money.of(9))
            .settle(Stand.event(who, Money.of(7), Instant.now()));
      }
      // what the platform did by itself
      instance.meter().usage().write(Stand.event(Spender.company(), Money.of(5), Instant.now()));
    }
    LocalDate today = LocalDate.now(SEOUL);
    SpendingRange all = new SpendingRange(today.minusDays(1), today.plusDays(1), null);
    List<SpendingLine> lines = spending.totals(Dimension.GROUP, all, 10);
    for (UUID group : groups) {
      assertThat(lines)
          .filteredOn(line -> group.toString().equals(line.subject()))
          .singleElement()
          .satisfies(
              line ->
                  assertThat(line.cost().micros())
                      .isPositive()
                      .isEqualTo(Stand.sums(group, "MONTH").settled()));
    }
    assertThat(lines)
        .filteredOn(line -> line.subject() == null)
        .extracting(l -> l.cost())
        .containsExactly(Money.of(12));
    assertThat(spending.totals(Dimension.COMPANY, all, 10))
        .extracting(l -> l.cost(), SpendingLine::requests)
        .containsExactly(tuple(Money.of(33), 5L));
    assertThat(spending.totals(Dimension.PERSON, all, 10))
        .filteredOn(line -> line.subject() == null)
        .extracting(l -> l.cost())
        .containsExactly(Money.of(5));
    // whole days say the same
    Stand.SUPERUSER.sql("SELECT metering.sum_day(?)").param(today).query().singleRow();
    Stand.SUPERUSER.sql("UPDATE metering.summed SET up_to = ?").param(today).update();
    assertThat(spending.totals(Dimension.GROUP, all, 10))
        .containsExactlyInAnyOrderElementsOf(lines);
    assertThat(spending.totals(Dimension.COMPANY, all, 10).getFirst().cost())
        .isEqualTo(Money.of(33));
  }

  private void sumAll() {
    for (int i = 0; i < 20; i++) {
      upkeep.sweep();
    }
  }

  private static long rows(String table) {
    return Stand.SUPERUSER.sql("SELECT count(*) FROM metering." + table).query(Long.class).single();
  }

  private List<ModelHealth> health(ModelHealth.Grain grain, LocalDate day) {
    return spending.health(
        grain,
        day.atStartOfDay(SEOUL).toInstant(),
        day.plusDays(1).atStartOfDay(SEOUL).toInstant());
  }

  @Test
  void a_models_health_is_counted_and_its_percentiles_are_within_five_percent() {
    LocalDate day = LocalDate.parse("2026-04-06");
    for (int i = 1; i <= 100; i++) {
      use(day, "m", 1, "OK", 10 * i, 1);
    }
    use(day, "m", 2, "CUT", 10, 1);
    use(day, "m", 1, "FAILED", -1, 0);
    use(day, "m", 1, "CACHED", 1, 0);
    ModelHealth health = health(ModelHealth.Grain.MONTH, day).getFirst();
    assertThat(health.from())
        .isEqualTo(LocalDate.parse("2026-04-01").atStartOfDay(SEOUL).toInstant());
    assertThat(health.attempts()).isEqualTo(102);
    assertThat(health.errors()).isEqualTo(2);
    assertThat(health.failovers()).isEqualTo(1);
    assertThat(health.firstTokenP50()).isBetween(475, 525);
    assertThat(health.firstTokenP95()).isBetween(902, 998);
    assertThat(health.tokensPerSecond()).isBetween(49.9, 50.1);
    assertThat(health.cost()).isEqualTo(Money.of(101));
    assertThat(health(ModelHealth.Grain.HOUR, day)).hasSize(1);
  }

  @Test
  void a_forecast_goes_by_the_weekdays_means() {
    // working days cost 100, and the month's first ten days did
    LocalDate today = LocalDate.parse("2026-05-11");
    for (LocalDate day = today.minusDays(56); day.isBefore(today); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= 5) {
        use(day, "m", 1, "OK", 10, 100);
      }
    }
    use(today, "m", 1, "OK", 10, 40);
    Forecast forecast = spending.forecast(today);
    // 1, 4–8 May and 40 today; 60 more today and 14 working days until the 29th
    assertThat(forecast.spent()).isEqualTo(Money.of(640));
    assertThat(forecast.expected()).isEqualTo(Money.of(640 + 60 + 1400));
    assertThat(forecast.historyDays()).isEqualTo(56);
    assertThat(spending.forecast(LocalDate.parse("2020-01-15")))
        .isEqualTo(new Forecast(LocalDate.parse("2020-01-01"), Money.ZERO, Money.ZERO, 0));
  }

  @Test
  void a_day_over_three_times_its_weekdays_median_stands_out() {
    LocalDate day = LocalDate.parse("2026-06-15");
    for (int week = 1; week <= 4; week++) {
      use(day.minusWeeks(week), "m", 1, "OK", 10, 9 + week % 2);
    }
    use(day, "m", 1, "OK", 10, 31);
    assertThat(spending.anomalies(Dimension.PERSON, mine(day.minusDays(10), day.plusDays(1))))
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.day()).isEqualTo(day);
              assertThat(anomaly.subject()).isEqualTo(person.toString());
              assertThat(anomaly.median().units().doubleValue()).isEqualTo(9.5);
            });
    assertThat(spending.anomalies(Dimension.MODEL, mine(day.minusDays(20), day))).isEmpty();
  }

  @Test
  void each_report_is_one_statement_beside_the_callers() {
    SpendingRange range = mine(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"));
    for (Runnable report :
        List.<Runnable>of(
            () -> spending.byDay(Dimension.TOOL, range),
            () -> spending.totals(Dimension.API_KEY, range, 5),
            () -> spending.forecast(range.from()),
            () -> spending.anomalies(Dimension.COMPANY, range),
            () -> health(ModelHealth.Grain.HOUR, range.from()))) {
      int before = StatementCounter.PREPARED.get();
      report.run();
      assertThat(StatementCounter.PREPARED.get() - before).isEqualTo(2);
    }
  }
}
