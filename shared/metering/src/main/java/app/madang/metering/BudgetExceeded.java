package app.madang.metering;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import java.time.Instant;
import java.util.List;

/**
 * A request would go over a hard budget. As a problem it is 402 and not 429: waiting some seconds
 * does not help, and clients that retry 429 by themselves would only ask in vain.
 */
public final class BudgetExceeded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final BudgetScope scope;
  private final BudgetPeriod period;
  private final transient Money cap;
  private final transient Money spent;
  private final transient Money outstanding;
  private final Instant resetsAt;

  /** A refusal at one budget; it has no stack trace, for it is an answer. */
  public BudgetExceeded(
      BudgetScope scope,
      BudgetPeriod period,
      Money cap,
      Money spent,
      Money outstanding,
      Instant resetsAt) {
    super("the " + scope + "'s budget of this " + period + " is used up", null, false, false);
    this.scope = scope;
    this.period = period;
    this.cap = cap;
    this.spent = spent;
    this.outstanding = outstanding;
    this.resetsAt = resetsAt;
  }

  /** Whose budget it is. */
  public BudgetScope scope() {
    return scope;
  }

  /** The budget's period. */
  public BudgetPeriod period() {
    return period;
  }

  /** The most that may be spent. */
  public Money cap() {
    return cap;
  }

  /** What was spent. */
  public Money spent() {
    return spent;
  }

  /** Worst cases of requests that still run. */
  public Money outstanding() {
    return outstanding;
  }

  /** When the budget starts again. */
  public Instant resetsAt() {
    return resetsAt;
  }

  /** The problem for the caller: which budget, and until when. */
  public ProblemException problem() {
    return new ProblemException(
        ProblemCode.BUDGET_EXCEEDED,
        List.of(
            new FieldError("scope", scope.name()),
            new FieldError("resetsAt", resetsAt.toString())));
  }
}
