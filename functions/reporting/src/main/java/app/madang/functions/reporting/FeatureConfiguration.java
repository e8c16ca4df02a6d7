package app.madang.functions.reporting;

import app.madang.metering.BudgetPlans;
import app.madang.metering.Spending;
import app.madang.metering.Upkeep;
import app.madang.runtime.Inbox;
import app.madang.runtime.Sealer;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import app.madang.runtime.outbound.PublicAddress;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
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
  OwnBudgets ownBudgets(
      Transactions transactions, BudgetPlans plans, Spending spending, Names names, Clock clock) {
    return new OwnBudgets(transactions, plans, spending, names, clock);
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
  News news(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    return new News(transactions, jdbc, json);
  }

  @Bean(destroyMethod = "close")
  HttpsDoor httpsDoor() {
    return new HttpsDoor((SSLSocketFactory) SSLSocketFactory.getDefault(), PublicAddress::is);
  }

  @Bean
  Outgoing outgoing(Sealer sealer, JsonMapper json, Clock clock, HttpsDoor door) {
    return new Post(sealer, json, clock, door, Mailer.ofEnvironment().orElse(null));
  }

  @Bean
  Deliveries deliveries(Transactions transactions, JdbcClient jdbc, News news, Outgoing outgoing) {
    return new Deliveries(transactions, jdbc, news, outgoing);
  }

  @Bean
  Channels channels(
      Transactions transactions, JdbcClient jdbc, Sealer sealer, Changes changes, HttpsDoor door) {
    boolean email = Settings.optional("SMTP_HOST").isPresent();
    return new Channels(transactions, jdbc, sealer, changes, door, email);
  }

  @Bean
  ChannelTrial channelTrial(Transactions transactions, JdbcClient jdbc, Outgoing outgoing) {
    return new ChannelTrial(transactions, jdbc, outgoing);
  }

  @Bean
  ReportMaker reportMaker(
      Transactions transactions,
      JdbcClient jdbc,
      JsonMapper json,
      Spending spending,
      Usage usage,
      Deliveries deliveries) {
    return new ReportMaker(transactions, jdbc, json, spending, usage, deliveries);
  }

  @Bean
  AlertBook alertBook(
      Transactions transactions,
      JdbcClient jdbc,
      Inbox inbox,
      BudgetPlans plans,
      Spending spending,
      Names names,
      Deliveries deliveries,
      Clock clock) {
    return new AlertBook(transactions, jdbc, inbox, plans, spending, names, deliveries, clock);
  }

  @Bean
  Sweep sweep(Upkeep upkeep, Deliveries deliveries, Channels channels) {
    return new Sweep(upkeep, deliveries, channels);
  }
}
