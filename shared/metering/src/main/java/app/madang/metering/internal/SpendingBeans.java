package app.madang.metering.internal;

import app.madang.metering.BudgetPlans;
import app.madang.metering.Spending;
import app.madang.metering.Upkeep;
import app.madang.runtime.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the reading half of the module together. */
public final class SpendingBeans {

  private SpendingBeans() {}

  /** The reports' queries. */
  public static Spending spending(Transactions transactions, JdbcClient jdbc) {
    return new SqlSpending(transactions, jdbc);
  }

  /** The administrators' side. */
  public static BudgetPlans budgetPlans(Transactions transactions, JdbcClient jdbc) {
    return new SqlBudgetPlans(transactions, jdbc);
  }

  /** The sweep's part. */
  public static Upkeep upkeep(Transactions transactions, JdbcClient jdbc, int keepMonths) {
    return new SqlUpkeep(transactions, jdbc, keepMonths);
  }
}
