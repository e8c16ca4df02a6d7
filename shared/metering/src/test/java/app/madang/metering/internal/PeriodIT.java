package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Days and months are Seoul's. */
class PeriodIT {

  /** 23:59:50 on the last day of a month in Seoul; still the afternoon in UTC. */
  private static final Instant BEFORE = Instant.parse("2026-10-31T14:59:50Z");

  private final Spender spender = Stand.person();
  private final TurnedClock clock = new TurnedClock();

  private static final class TurnedClock extends Clock {
    private volatile Instant now = BEFORE;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Test
  void a_new_month_has_its_whole_budget_and_late_costs_go_to_the_old_one() {
    Stand.budget("PERSON", spender.personId(), "MONTH", 100);
    Stand.budget("PERSON", spender.personId(), "DAY", 100);
    try (Instance instance = Stand.instance(clock)) {
      Budgets budgets = instance.meter().budgets();
      Reservation late = budgets.reserve(spender, Money.of(100));
      assertThatThrownBy(() -> budgets.reserve(spender, new Money(1)))
          .isInstanceOfSatisfying(
              BudgetExceeded.class,
              e -> assertThat(e.resetsAt()).isEqualTo(Instant.parse("2026-10-31T15:00:00Z")));
      clock.now = BEFORE.plusSeconds(20);
      Reservation early = budgets.reserve(spender, Money.of(100));
      late.settle(Stand.event(spender.personId(), Money.of(90), clock.now));
      early.settle(Stand.event(spender.personId(), Money.of(30), clock.now));
      assertThat(settled("MONTH", "2026-10-01")).isEqualTo(90);
      assertThat(settled("DAY", "2026-10-31")).isEqualTo(90);
      assertThat(settled("MONTH", "2026-11-01")).isEqualTo(30);
      assertThat(settled("DAY", "2026-11-01")).isEqualTo(30);
      budgets.reserve(spender, Money.of(70)).refund();
    }
    assertThat(
            Stand.SUPERUSER
                .sql("SELECT day FROM metering.usage WHERE person_id = ? ORDER BY cost DESC")
                .param(spender.personId())
                .query(LocalDate.class)
                .list())
        .containsExactly(LocalDate.parse("2026-10-31"), LocalDate.parse("2026-11-01"));
  }

  private long settled(String period, String start) {
    return Stand.SUPERUSER
            .sql(
                """
                SELECT coalesce((SELECT sum(settled) FROM metering.leases
                   WHERE subject_id = :s AND period = :p AND starts_on = CAST(:d AS date)), 0)
                """)
            .param("s", spender.personId())
            .param("p", period)
            .param("d", start)
            .query(Long.class)
            .single()
        / 1_000_000;
  }
}
