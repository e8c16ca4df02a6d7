package app.madang.metering;

import app.madang.metering.internal.SpendingBeans;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For the function that reports: {@link Spending}, {@link BudgetPlans} and {@link Upkeep}. {@code
 * USAGE_KEEP_MONTHS} is how long single rows are kept, 25 when absent; sums of days stay.
 */
@Configuration(proxyBeanMethods = false)
public class SpendingConfiguration {

  private static final int TWO_YEARS = 25;

  @Bean
  Spending spending(Transactions transactions, JdbcClient jdbc) {
    return SpendingBeans.spending(transactions, jdbc);
  }

  @Bean
  BudgetPlans budgetPlans(Transactions transactions, JdbcClient jdbc) {
    return SpendingBeans.budgetPlans(transactions, jdbc);
  }

  @Bean
  Upkeep meteringUpkeep(Transactions transactions, JdbcClient jdbc) {
    return SpendingBeans.upkeep(
        transactions, jdbc, Settings.integer("USAGE_KEEP_MONTHS", TWO_YEARS));
  }
}
