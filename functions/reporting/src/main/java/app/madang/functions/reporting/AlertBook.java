package app.madang.functions.reporting;

import app.madang.contracts.events.BudgetExhausted;
import app.madang.contracts.events.BudgetWarned;
import app.madang.metering.Budget;
import app.madang.metering.BudgetPlans;
import app.madang.metering.BudgetStanding;
import app.madang.metering.Spending;
import app.madang.runtime.Inbox;
import app.madang.runtime.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what budgets say, once a budget, subject and period, and sends it on. */
final class AlertBook {

  private static final String ADD =
      """
      INSERT INTO reporting.alerts
        (budget_id, subject_id, starts_on, kind, scope, period, subject_name, cap, warn_at, currency)
      VALUES (:budget, CAST(:subject AS uuid), :start, :kind, :scope, :period, :name, :cap, :warnAt, :currency)
      ON CONFLICT DO NOTHING RETURNING id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Inbox inbox;
  private final BudgetPlans plans;
  private final Spending spending;
  private final Names names;
  private final Deliveries deliveries;
  private final Clock clock;

  AlertBook(
      Transactions transactions,
      JdbcClient jdbc,
      Inbox inbox,
      BudgetPlans plans,
      Spending spending,
      Names names,
      Deliveries deliveries,
      Clock clock) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.inbox = inbox;
    this.plans = plans;
    this.spending = spending;
    this.names = names;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  void warned(BudgetWarned event) {
    note(
        "reporting.budget-warned", event.budgetId(), event.subjectId(), event.startsOn(), "WARNED");
  }

  void exhausted(BudgetExhausted event) {
    note(
        "reporting.budget-exhausted",
        event.budgetId(),
        event.subjectId(),
        event.startsOn(),
        "EXHAUSTED");
  }

  private void note(
      String subscription, UUID budgetId, @Nullable UUID subject, LocalDate start, String kind) {
    transactions.run(
        () -> {
          if (inbox.firstTime(subscription)) {
            // a budget that is gone has nothing to say
            find(budgetId).ifPresent(budget -> add(budget, subject, start, kind));
          }
        });
    deliveries.sendDue();
  }

  private Optional<Budget> find(UUID id) {
    return plans.standings(clock.instant()).stream()
        .map(BudgetStanding::budget)
        .filter(budget -> budget.id().equals(id))
        .findFirst();
  }

  private void add(Budget budget, @Nullable UUID subject, LocalDate start, String kind) {
    String name = subject == null ? null : names.of(List.of(subject)).get(subject);
    jdbc.sql(ADD)
        .param("budget", budget.id())
        .param("subject", subject)
        .param("start", start)
        .param("kind", kind)
        .param("scope", budget.scope().name())
        .param("period", budget.period().name())
        .param("name", name)
        .param("cap", budget.cap().micros())
        .param("warnAt", budget.warnAt())
        .param("currency", spending.company().currency())
        .query(UUID.class)
        .optional()
        .ifPresent(deliveries::enqueueAlert);
  }
}
