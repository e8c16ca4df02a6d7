package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangedBudgetIT {

  private static final long TIME_TO_LIVE = 5_200;

  private final Spender spender = Stand.person();

  @Test
  void a_lowered_cap_binds_within_the_books_time_to_live_though_money_was_leased_ahead()
      throws Exception {
    UUID budget = Stand.budget("PERSON", spender.personId(), "MONTH", 1_000_000);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      budgets.reserve(spender, Money.of(10)).settle(Stand.event(spender.personId(), Money.of(10)));
      Stand.REPORTING
          .sql("UPDATE metering.budgets SET cap = 15000000 WHERE id = ?")
          .param(budget)
          .update();
      Thread.sleep(TIME_TO_LIVE);
      assertThatThrownBy(() -> budgets.reserve(spender, Money.of(6)))
          .isInstanceOf(BudgetExceeded.class);
      budgets.reserve(spender, Money.of(5)).refund();
    }
  }

  @Test
  void everyone_has_the_default_but_those_with_a_budget_of_their_own() throws Exception {
    Spender special = Stand.person();
    UUID everyone = Stand.budget("PERSON", null, "DAY", 100);
    Stand.budget("PERSON", special.personId(), "DAY", 500);
    try (Instance instance = Stand.instance()) {
      Budgets budgets = instance.meter().budgets();
      assertThatThrownBy(() -> budgets.reserve(spender, Money.of(101)))
          .isInstanceOf(BudgetExceeded.class);
      budgets.reserve(special, Money.of(500)).refund();
      assertThatThrownBy(() -> budgets.reserve(special, Money.of(501)))
          .isInstanceOf(BudgetExceeded.class);
      Stand.forget(everyone);
      Thread.sleep(TIME_TO_LIVE);
      budgets.reserve(spender, Money.of(101)).refund();
    } finally {
      Stand.forget(everyone);
    }
  }

  @Test
  void a_warning_budget_never_refuses() {
    Stand.budget("PERSON", spender.personId(), "MONTH", 10, "WARNING");
    try (Instance instance = Stand.instance()) {
      instance
          .meter()
          .budgets()
          .reserve(spender, Money.of(50))
          .settle(Stand.event(spender.personId(), Money.of(50)));
    }
    assertThat(Stand.events(spender.personId()))
        .containsExactlyInAnyOrder("budget.warned.v1", "budget.exhausted.v1");
  }
}
