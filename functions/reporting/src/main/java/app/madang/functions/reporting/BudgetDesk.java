package app.madang.functions.reporting;

import app.madang.contracts.ProblemCode;
import app.madang.functions.reporting.Changes.Change;
import app.madang.functions.reporting.Changes.PersonRef;
import app.madang.identity.Role;
import app.madang.metering.Budget;
import app.madang.metering.BudgetKind;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetPlans;
import app.madang.metering.BudgetScope;
import app.madang.metering.BudgetStanding;
import app.madang.metering.Money;
import app.madang.metering.Spending;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Budgets as administrators set them; every change says who made it. */
final class BudgetDesk {

  private static final int USUAL_WARNING = 80;
  private static final int MICRO_DIGITS = 6;

  private final Transactions transactions;
  private final BudgetPlans plans;
  private final Spending spending;
  private final Names names;
  private final Changes changes;
  private final Clock clock;

  BudgetDesk(
      Transactions transactions,
      BudgetPlans plans,
      Spending spending,
      Names names,
      Changes changes,
      Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.spending = spending;
    this.names = names;
    this.changes = changes;
    this.clock = clock;
  }

  record ListBudgets() {}

  record PutBudget(
      @NotNull UUID budgetId,
      @NotNull ScopeName scope,
      @Nullable UUID subjectId,
      @NotNull PeriodName period,
      @NotNull
          @DecimalMin("0")
          @DecimalMax("1000000000000")
          @Digits(integer = 13, fraction = MICRO_DIGITS)
          BigDecimal cap,
      @NotNull KindName kind,
      @Nullable @Min(1) @Max(100) Integer warnAt,
      @Nullable Boolean enabled) {}

  record BudgetId(@NotNull UUID budgetId) {}

  record BudgetLine(
      UUID id,
      String scope,
      @Nullable UUID subjectId,
      @Nullable String subjectName,
      String period,
      BigDecimal cap,
      String kind,
      int warnAt,
      boolean enabled,
      BigDecimal spent,
      BigDecimal outstanding,
      Instant resetsAt,
      @Nullable PersonRef changedBy,
      @Nullable Instant changedAt) {}

  record BudgetList(String currency, List<BudgetLine> items) {}

  BudgetList list(ListBudgets input) {
    Readers.require();
    return transactions.read(() -> new BudgetList(spending.company().currency(), lines()));
  }

  BudgetLine put(PutBudget input) {
    Role.require(Role.ADMIN);
    Budget budget = budget(input);
    return transactions.call(
        () -> {
          Optional<Budget> old = find(input.budgetId());
          old.ifPresent(known -> refuseMoving(known, budget));
          requireSubject(budget);
          if (old.isEmpty() || !plans.change(budget)) {
            plans.add(budget);
          }
          changes.note("budget.put", budget.id().toString(), budget);
          return lines().stream()
              .filter(line -> line.id().equals(budget.id()))
              .findFirst()
              .orElseThrow(() -> new ProblemException(ProblemCode.CONFLICT));
        });
  }

  void delete(BudgetId input) {
    Role.require(Role.ADMIN);
    transactions.run(
        () -> {
          Budget known =
              find(input.budgetId()).orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          plans.remove(known.id());
          changes.note("budget.deleted", known.id().toString(), known);
        });
  }

  private Optional<Budget> find(UUID id) {
    return plans.standings(clock.instant()).stream()
        .map(BudgetStanding::budget)
        .filter(budget -> budget.id().equals(id))
        .findFirst();
  }

  private static Budget budget(PutBudget input) {
    if (input.scope() == ScopeName.COMPANY && input.subjectId() != null) {
      throw ProblemException.field("subjectId", "scope: company");
    }
    return new Budget(
        input.budgetId(),
        BudgetScope.valueOf(input.scope().name()),
        input.subjectId(),
        BudgetPeriod.valueOf(input.period().name()),
        new Money(input.cap().movePointRight(MICRO_DIGITS).longValueExact()),
        BudgetKind.valueOf(input.kind().name()),
        input.warnAt() == null ? USUAL_WARNING : input.warnAt(),
        input.enabled() == null || input.enabled());
  }

  /** What was spent hangs on scope, subject and period: another one of those is another budget. */
  private static void refuseMoving(Budget known, Budget wanted) {
    boolean same =
        known.scope() == wanted.scope()
            && known.period() == wanted.period()
            && Objects.equals(known.subjectId(), wanted.subjectId());
    if (!same) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }

  private void requireSubject(Budget budget) {
    boolean named = budget.scope() == BudgetScope.PERSON || budget.scope() == BudgetScope.GROUP;
    UUID subject = budget.subjectId();
    if (named && subject != null && !names.of(List.of(subject)).containsKey(subject)) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  private List<BudgetLine> lines() {
    List<BudgetStanding> standings = plans.standings(clock.instant());
    Map<UUID, String> known =
        names.of(standings.stream().map(standing -> standing.budget().subjectId()).toList());
    Map<String, Change> latest =
        changes.latest(standings.stream().map(s -> s.budget().id().toString()).toList());
    return standings.stream()
        .map(standing -> line(standing, known, latest.get(standing.budget().id().toString())))
        .toList();
  }

  private static BudgetLine line(
      BudgetStanding standing, Map<UUID, String> known, @Nullable Change change) {
    Budget budget = standing.budget();
    UUID subject = budget.subjectId();
    return new BudgetLine(
        budget.id(),
        small(budget.scope()),
        subject,
        subject == null ? null : known.get(subject),
        small(budget.period()),
        budget.cap().units(),
        small(budget.kind()),
        budget.warnAt(),
        budget.enabled(),
        standing.spent().units(),
        standing.outstanding().units(),
        standing.resetsAt(),
        change == null ? null : change.by(),
        change == null ? null : change.at());
  }

  private static String small(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
