package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.metering.internal.Stand.Instance;
import app.madang.testing.StatementCounter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** While a lease suffices a reservation asks the database nothing. */
class LeaseStatementsIT {

  private final Spender spender = Stand.person();

  @Test
  void reserving_costs_nothing_and_settling_the_same_for_one_attempt_and_for_many() {
    Stand.budget("PERSON", spender.personId(), "MONTH", 10_000_000);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      budgets.reserve(spender, Money.of(10)).refund();
      List<Reservation> reservations = new ArrayList<>();
      assertThat(
              cost(
                  () -> {
                    for (int i = 0; i < 12; i++) {
                      reservations.add(budgets.reserve(spender, Money.of(10)));
                    }
                  }))
          .as("reserve")
          .isZero();
      assertThat(cost(() -> reservations.get(0).refund())).as("refund").isZero();
      assertThat(cost(() -> reservations.get(1).settle(events(1)))).isEqualTo(1);
      assertThat(cost(() -> reservations.get(2).settle(events(20)))).isEqualTo(1);
      reservations.forEach(Reservation::refund);
    }
  }

  /** Statements of the threads that work for requests; the housekeeping's beat is not theirs. */
  private static int cost(Runnable work) {
    int before = StatementCounter.PREPARED.get();
    work.run();
    return StatementCounter.PREPARED.get() - before;
  }

  private UsageEvent[] events(int count) {
    UsageEvent[] events = new UsageEvent[count];
    for (int i = 0; i < count; i++) {
      events[i] = Stand.event(spender.personId(), new Money(1));
    }
    return events;
  }
}
