package app.madang.metering.internal;

import app.madang.metering.Upkeep;
import app.madang.runtime.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A transaction a step, so that none holds up the others. */
final class SqlUpkeep implements Upkeep {

  private static final Logger LOG = LoggerFactory.getLogger(SqlUpkeep.class);
  private static final int MONTHS_AHEAD = 3;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final int keepMonths;

  SqlUpkeep(Transactions transactions, JdbcClient jdbc, int keepMonths) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.keepMonths = keepMonths;
  }

  @Override
  public void sweep() {
    transactions.run(
        () -> jdbc.sql("SELECT metering.make_partitions(?)").param(MONTHS_AHEAD).query(row -> {}));
    int orphans = count("SELECT metering.reconcile()");
    count("SELECT metering.sum_days()");
    count("SELECT metering.forget_old_accounts()");
    int dropped = count("SELECT metering.drop_old_usage(" + keepMonths + ")");
    if (orphans > 0 || dropped > 0) {
      LOG.info("{} orphaned leases stay charged, {} old months dropped", orphans, dropped);
    }
  }

  private int count(String statement) {
    return transactions.call(() -> jdbc.sql(statement).query(Integer.class).single());
  }
}
