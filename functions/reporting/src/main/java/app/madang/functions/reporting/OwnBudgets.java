package app.madang.functions.reporting;

import app.madang.metering.Budget;
import app.madang.metering.BudgetPlans;
import app.madang.metering.BudgetScope;
import app.madang.metering.BudgetStanding;
import app.madang.metering.Company;
import app.madang.metering.OwnBudget;
import app.madang.metering.Spending;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller may still spend. The company's budgets are not everybody's to know. */
final class OwnBudgets {

  private final Transactions transactions;
  private final BudgetPlans plans;
  private final Spending spending;
  private final Names names;
  private final Clock clock;

  OwnBudgets(
      Transactions transactions, BudgetPlans plans, Spending spending, Names names, Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.spending = spending;
    this.names = names;
    this.clock = clock;
  }

  record ListMyBudgets() {}

  record MyBudget(
      UUID id,
      String scope,
      @Nullable String groupName,
      String period,
      BigDecimal cap,
      String kind,
      int warnAt,
      BigDecimal spent,
      BigDecimal outstanding,
      Instant resetsAt,
      @Nullable String alert) {}

  record MyBudgets(String currency, String timeZone, LocalDate today, List<MyBudget> items) {}

  MyBudgets list(ListMyBudgets input) {
    UUID person = Caller.current().id();
    Instant now = clock.instant();
    return transactions.read(
        () -> {
          Company company = spending.company();
          List<OwnBudget> own = plans.of(person, now);
          Map<UUID, String> known =
              names.of(own.stream().map(budget -> budget.standing().budget().subjectId()).toList());
          return new MyBudgets(
              company.currency(),
              company.zone().getId(),
              LocalDate.ofInstant(now, company.zone()),
              own.stream().map(budget -> line(budget, known)).toList());
        });
  }

  private static MyBudget line(OwnBudget own, Map<UUID, String> known) {
    BudgetStanding standing = own.standing();
    Budget budget = standing.budget();
    Boolean exhausted = own.exhausted();
    return new MyBudget(
        budget.id(),
        budget.scope().name().toLowerCase(Locale.ROOT),
        budget.scope() == BudgetScope.GROUP ? known.get(budget.subjectId()) : null,
        budget.period().name().toLowerCase(Locale.ROOT),
        budget.cap().units(),
        budget.kind().name().toLowerCase(Locale.ROOT),
        budget.warnAt(),
        standing.spent().units(),
        standing.outstanding().units(),
        standing.resetsAt(),
        exhausted == null ? null : exhausted ? "exhausted" : "warned");
  }
}
