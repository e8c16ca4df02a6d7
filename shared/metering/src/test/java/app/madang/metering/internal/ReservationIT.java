package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.BudgetScope;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.metering.internal.Stand.Instance;
import app.madang.metering.internal.Stand.Sums;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReservationIT {

  private final Spender spender = Stand.person();

  @Test
  void what_is_settled_is_charged_once_and_the_rest_is_free_again() {
    Stand.budget("PERSON", spender.personId(), "MONTH", 100);
    try (Instance instance = Stand.instance()) {
      Reservation reservation = instance.meter().budgets().reserve(spender, Money.of(60));
      UsageEvent event = Stand.event(spender.personId(), Money.of(10));
      reservation.settle(event);
      reservation.settle(event);
      reservation.refund();
      assertThat(Stand.sums(spender.personId(), "MONTH").settled())
          .isEqualTo(Money.of(10).micros());
      instance.meter().budgets().reserve(spender, Money.of(90)).refund();
    }
    assertThat(Stand.sums(spender.personId(), "MONTH"))
        .isEqualTo(new Sums(Money.of(10).micros(), 0));
  }

  @Test
  void the_last_won_can_be_spent_and_not_one_more() {
    Stand.budget("PERSON", spender.personId(), "DAY", 100);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      budgets.reserve(spender, Money.of(60)).settle(Stand.event(spender.personId(), Money.of(60)));
      Reservation last = budgets.reserve(spender, Money.of(40));
      assertThatThrownBy(() -> budgets.reserve(spender, new Money(1)))
          .isInstanceOfSatisfying(
              BudgetExceeded.class,
              refusal -> {
                assertThat(refusal.scope()).isEqualTo(BudgetScope.PERSON);
                assertThat(refusal.cap()).isEqualTo(Money.of(100));
                assertThat(refusal.spent()).isEqualTo(Money.of(60));
                assertThat(refusal.outstanding()).isEqualTo(Money.of(40));
                assertThat(refusal.resetsAt()).isInTheFuture();
              });
      last.refund();
      budgets.reserve(spender, Money.of(40)).refund();
    }
    assertThat(Stand.sums(spender.personId(), "DAY")).isEqualTo(new Sums(Money.of(60).micros(), 0));
  }

  @Test
  void every_level_counts() {
    UUID group = UUID.randomUUID();
    UUID tool = UUID.randomUUID();
    Spender member = new Spender(UUID.randomUUID(), Set.of(group), tool);
    Stand.budget("PERSON", member.personId(), "MONTH", 1_000);
    Stand.budget("GROUP", group, "MONTH", 50);
    Stand.budget("TOOL", tool, "DAY", 20);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      assertThatThrownBy(() -> budgets.reserve(member, Money.of(21)))
          .isInstanceOfSatisfying(
              BudgetExceeded.class, e -> assertThat(e.scope()).isEqualTo(BudgetScope.TOOL));
      Spender plain = new Spender(member.personId(), Set.of(group), null);
      assertThatThrownBy(() -> budgets.reserve(plain, Money.of(51)))
          .isInstanceOfSatisfying(
              BudgetExceeded.class, e -> assertThat(e.scope()).isEqualTo(BudgetScope.GROUP));
      budgets.reserve(member, Money.of(20)).settle(Stand.event(member.personId(), Money.of(20)));
    }
    assertThat(List.of(member.personId(), group, tool))
        .allSatisfy(
            subject ->
                assertThat(Stand.sums(subject, "DAY"))
                    .isEqualTo(new Sums(Money.of(20).micros(), 0)));
  }

  @Test
  void several_attempts_settle_under_one_reservation_even_beyond_it() {
    Stand.budget("PERSON", spender.personId(), "MONTH", 100);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      budgets
          .reserve(spender, Money.of(50))
          .settle(
              Stand.event(spender.personId(), Money.of(45)),
              Stand.event(spender.personId(), Money.of(70)));
      assertThat(Stand.sums(spender.personId(), "MONTH"))
          .isEqualTo(new Sums(Money.of(115).micros(), 0));
      assertThatThrownBy(() -> budgets.reserve(spender, new Money(1)))
          .isInstanceOf(BudgetExceeded.class);
      budgets.reserve(spender, Money.ZERO).refund();
    }
  }

  @Test
  void without_a_budget_the_spending_is_counted_all_the_same() {
    UsageEvent event = Stand.event(spender.personId(), Money.of(3));
    try (Instance instance = Stand.instance()) {
      instance
          .meter()
          .budgets()
          .reserve(spender, Money.of(1_000_000))
          .settle(Stand.event(spender.personId(), Money.of(4)));
      instance.meter().usage().write(event, event);
      instance.meter().usage().write(event);
    }
    assertThat(Stand.sums(spender.personId(), "DAY")).isEqualTo(new Sums(Money.of(7).micros(), 0));
    assertThat(Stand.sums(spender.personId(), "MONTH"))
        .isEqualTo(new Sums(Money.of(7).micros(), 0));
  }

  @Test
  void each_line_is_told_once() {
    Stand.budget("PERSON", spender.personId(), "MONTH", 100);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      budgets.reserve(spender, Money.of(79)).settle(Stand.event(spender.personId(), Money.of(79)));
      assertThat(Stand.events(spender.personId())).isEmpty();
      budgets.reserve(spender, Money.of(5)).settle(Stand.event(spender.personId(), Money.of(5)));
      assertThat(Stand.events(spender.personId())).containsExactly("budget.warned.v1");
      assertThatThrownBy(() -> budgets.reserve(spender, Money.of(50)))
          .isInstanceOf(BudgetExceeded.class);
      budgets.reserve(spender, Money.of(16)).settle(Stand.event(spender.personId(), Money.of(16)));
    }
    assertThat(Stand.events(spender.personId()))
        .containsExactly("budget.warned.v1", "budget.exhausted.v1");
    // the database writes them: as the event's schema has them
    assertThat(
            Stand.SUPERUSER
                .sql(
                    "SELECT DISTINCT k FROM runtime.outbox, jsonb_object_keys(payload) k"
                        + " WHERE payload->>'subjectId' = ?")
                .param(spender.personId().toString())
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder("budgetId", "subjectId", "startsOn");
  }
}
