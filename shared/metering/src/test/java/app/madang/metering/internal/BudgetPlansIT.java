package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.Budget;
import app.madang.metering.BudgetKind;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetPlans;
import app.madang.metering.BudgetScope;
import app.madang.metering.BudgetStanding;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.testing.TestStack;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class BudgetPlansIT {

  private final DriverManagerDataSource source =
      new DriverManagerDataSource(
          TestStack.get().jdbcUrl(), "reporting", TestStack.get().password());
  private final BudgetPlans plans =
      SpendingBeans.budgetPlans(
          new Transactions(new CallerTransactions(source)), JdbcClient.create(source));
  private final Spender spender = Stand.person();

  private static Budget budget(UUID subject, long won) {
    return new Budget(
        UUID.randomUUID(),
        BudgetScope.PERSON,
        subject,
        BudgetPeriod.MONTH,
        Money.of(won),
        BudgetKind.HARD,
        80,
        true);
  }

  private BudgetStanding standing(Budget budget) {
    return plans.standings(Instant.now()).stream()
        .filter(standing -> standing.budget().id().equals(budget.id()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_budget_is_added_once_stands_where_its_subject_spent_changes_and_goes() {
    Budget budget = budget(spender.personId(), 1_000);
    plans.add(budget);
    assertThatThrownBy(() -> plans.add(budget(spender.personId(), 5)))
        .isInstanceOf(ProblemException.class);
    try (Instance instance = Stand.instance()) {
      var running = instance.meter().budgets().reserve(spender, Money.of(300));
      instance
          .meter()
          .budgets()
          .reserve(spender, Money.of(20))
          .settle(Stand.event(spender.personId(), Money.of(12)));
      BudgetStanding standing = standing(budget);
      assertThat(standing.budget()).isEqualTo(budget);
      assertThat(standing.spent()).isEqualTo(Money.of(12));
      assertThat(standing.outstanding()).isGreaterThanOrEqualTo(Money.of(300));
      assertThat(standing.resetsAt()).isAfter(Instant.now());
      running.refund();
    }
    Budget more =
        new Budget(
            budget.id(),
            budget.scope(),
            budget.subjectId(),
            budget.period(),
            Money.of(2_000),
            BudgetKind.WARNING,
            50,
            false);
    assertThat(plans.change(more)).isTrue();
    assertThat(standing(more).budget()).isEqualTo(more);
    assertThat(plans.remove(more.id())).isTrue();
    assertThat(plans.remove(more.id())).isFalse();
    assertThat(plans.change(more)).isFalse();
  }

  @Test
  void what_everyone_may_spend_shows_who_spent_most() {
    Budget everyone = budget(null, 1_000_000_000);
    plans.add(everyone);
    try (Instance instance = Stand.instance()) {
      instance.meter().usage().write(Stand.event(spender.personId(), Money.of(900_000_000)));
      assertThat(standing(everyone).spent()).isEqualTo(Money.of(900_000_000));
    } finally {
      plans.remove(everyone.id());
    }
  }
}
