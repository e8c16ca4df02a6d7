package app.madang.functions.reporting;

import app.madang.metering.BudgetPlans;
import app.madang.metering.Spending;
import app.madang.metering.Upkeep;
import app.madang.runtime.Transactions;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What the operations are made of. */
@Configuration(proxyBeanMethods = false)
class FeatureConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Names names(JdbcClient jdbc) {
    return new Names(jdbc);
  }

  @Bean
  Changes changes(JdbcClient jdbc, JsonMapper json) {
    return new Changes(jdbc, json);
  }

  @Bean
  Usage usage(Transactions transactions, Spending spending, Names names) {
    return new Usage(transactions, spending, names);
  }

  @Bean
  Outlook outlook(Transactions transactions, Spending spending, Names names, Clock clock) {
    return new Outlook(transactions, spending, names, clock);
  }

  @Bean
  BudgetDesk budgetDesk(
      Transactions transactions,
      BudgetPlans plans,
      Spending spending,
      Names names,
      Changes changes,
      Clock clock) {
    return new BudgetDesk(transactions, plans, spending, names, changes, clock);
  }

  @Bean
  Rates rates(
      Transactions transactions,
      BudgetPlans plans,
      Spending spending,
      Changes changes,
      JdbcClient jdbc,
      Clock clock) {
    return new Rates(transactions, plans, spending, changes, jdbc, clock);
  }

  @Bean
  Leases leases(Transactions transactions, BudgetPlans plans, Spending spending, Changes changes) {
    return new Leases(transactions, plans, spending, changes);
  }

  @Bean
  Sweep sweep(Upkeep upkeep) {
    return new Sweep(upkeep);
  }
}
