package app.madang.metering.internal;

import app.madang.metering.Budgets;
import app.madang.metering.Meter;
import app.madang.metering.Tariff;
import app.madang.metering.UsageLog;
import app.madang.runtime.Outbox;
import app.madang.runtime.Transactions;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the module together. */
public final class MeteringBeans {

  private MeteringBeans() {}

  /** The meter of one instance. */
  public static Meter meter(
      Transactions transactions,
      DataSource database,
      JdbcClient jdbc,
      Outbox outbox,
      String function,
      Clock clock) {
    Alerts alerts = new Alerts(outbox);
    Books books = new Books(jdbc);
    Pools pools = new Pools();
    LeaseSql sql = new LeaseSql(transactions, jdbc, function);
    Leaser leaser = new Leaser(pools, sql, books, new Refusals(transactions, sql, alerts, books));
    UsageWriter writer = new UsageWriter(new UsageSql(database, outbox)::write);
    return new Parts(
        new LeasedBudgets(books, pools, leaser, writer, clock),
        new GroupCommitLog(books, pools, writer),
        new BookTariff(books, clock),
        leaser,
        writer);
  }

  private record Parts(
      Budgets budgets, UsageLog usage, Tariff tariff, Leaser leaser, UsageWriter writer)
      implements Meter {

    @Override
    public void close() {
      writer.close();
      leaser.close();
    }
  }
}
