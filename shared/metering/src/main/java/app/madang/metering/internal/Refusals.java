package app.madang.metering.internal;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Money;
import app.madang.metering.internal.LeaseSql.Answer;
import app.madang.runtime.Transactions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Words refusals, and tells of a budget that is as good as empty. */
final class Refusals {

  private static final Duration QUIET = Duration.ofSeconds(10);

  private final Map<AccountKey, Long> asked = new HashMap<>();
  private final Transactions transactions;
  private final LeaseSql sql;
  private final Alerts alerts;
  private final Books books;

  Refusals(Transactions transactions, LeaseSql sql, Alerts alerts, Books books) {
    this.transactions = transactions;
    this.sql = sql;
    this.alerts = alerts;
    this.books = books;
  }

  /** The refusal at an account, by its place in an answer. */
  BudgetExceeded of(AccountKey account, Answer answer, int place) {
    tell(account);
    return new BudgetExceeded(
        account.scope(),
        account.period(),
        new Money(answer.caps()[place]),
        new Money(answer.settled()[place]),
        new Money(answer.outstanding()[place]),
        account.resetsAt(books.current().zone()));
  }

  private void tell(AccountKey account) {
    long now = System.nanoTime();
    asked.values().removeIf(at -> now - at > QUIET.toNanos());
    if (asked.putIfAbsent(account, now) == null) {
      transactions.run(
          () ->
              sql.noteRefusal(account)
                  .ifPresent(
                      budget -> alerts.exhausted(budget, account.subjectId(), account.startsOn())));
    }
  }
}
