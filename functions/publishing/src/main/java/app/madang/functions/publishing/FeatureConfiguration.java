package app.madang.functions.publishing;

import app.madang.identity.Grants;
import app.madang.runtime.Outbox;
import app.madang.runtime.Sealer;
import app.madang.runtime.Transactions;
import app.madang.toolbox.Releasing;
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
  ToolRows toolRows(JdbcClient jdbc) {
    return new ToolRows(jdbc);
  }

  @Bean
  Rights rights(JdbcClient jdbc) {
    return new Rights(jdbc);
  }

  @Bean
  Edits edits(Transactions transactions, Tools tools, ToolRows rows) {
    return new Edits(transactions, tools, rows);
  }

  @Bean
  ActionDesk actionDesk(
      Transactions transactions, JdbcClient jdbc, Sealer sealer, JsonMapper json) {
    return new ActionDesk(transactions, jdbc, sealer, json);
  }

  @Bean
  ActionRenewal actionRenewal(
      Transactions transactions,
      JdbcClient jdbc,
      Sealer sealer,
      JsonMapper json,
      ActionDesk actions) {
    return new ActionRenewal(transactions, jdbc, sealer, json, actions);
  }

  @Bean
  ActionChanges actionChanges(Transactions transactions, JdbcClient jdbc) {
    return new ActionChanges(transactions, jdbc);
  }

  @Bean
  ToolDesk toolDesk(
      Transactions transactions,
      Edits edits,
      Tools tools,
      ToolRows rows,
      Rights rights,
      ActionDesk actions,
      JdbcClient jdbc,
      Clock clock) {
    return new ToolDesk(transactions, edits, tools, rows, rights, actions, jdbc, clock);
  }

  @Bean
  ReviewDesk reviewDesk(
      Transactions transactions,
      Edits edits,
      ToolRows rows,
      Rights rights,
      GateDesk gate,
      Outbox outbox,
      Clock clock) {
    return new ReviewDesk(transactions, edits, rows, rights, gate, outbox, clock);
  }

  @Bean
  GoldenDesk goldenDesk(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new GoldenDesk(transactions, jdbc, rights);
  }

  @Bean
  GateDesk gateDesk(Transactions transactions, JdbcClient jdbc, Rights rights, Outbox outbox) {
    return new GateDesk(transactions, new Worker(transactions, jdbc), jdbc, rights, outbox);
  }

  @Bean
  Releases releases(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new Releases(transactions, jdbc, rights);
  }

  @Bean
  Grants<ToolRole> grants(Transactions transactions, JdbcClient jdbc) {
    return new Grants<>(transactions, jdbc, ToolRole.class);
  }

  @Bean
  GrantDesk grantDesk(Grants<ToolRole> grants, Rights rights) {
    return new GrantDesk(grants, rights);
  }

  @Bean
  Store store(Transactions transactions, JdbcClient jdbc) {
    return new Store(transactions, jdbc);
  }

  @Bean
  CanaryRows canaryRows(JdbcClient jdbc) {
    return new CanaryRows(jdbc);
  }

  @Bean
  CanaryJudge canaryJudge(
      Transactions transactions, CanaryRows rows, JdbcClient jdbc, JsonMapper json) {
    return new CanaryJudge(new Worker(transactions, jdbc), rows, json);
  }

  @Bean
  RollOut rollOut(Transactions transactions, ToolRows tools, CanaryRows rows, Rights rights) {
    return new RollOut(transactions, tools, rows, rights);
  }

  @Bean
  History history(Transactions transactions, JdbcClient jdbc, Rights rights, JsonMapper json) {
    return new History(transactions, jdbc, rights, json);
  }

  @Bean
  ActionCalls actionCalls(Transactions transactions, JdbcClient jdbc) {
    return new ActionCalls(transactions, jdbc);
  }

  @Bean
  Orphans orphans(Transactions transactions, JdbcClient jdbc) {
    return new Orphans(transactions, jdbc);
  }

  @Bean
  Ratings ratings(Transactions transactions, JdbcClient jdbc) {
    return new Ratings(transactions, jdbc);
  }

  @Bean
  AccessDesk accessDesk(
      Transactions transactions, JdbcClient jdbc, Rights rights, Grants<ToolRole> grants) {
    return new AccessDesk(transactions, jdbc, rights, grants);
  }

  @Bean
  Analytics analytics(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new Analytics(transactions, jdbc, rights);
  }

  @Bean
  AskedAbout askedAbout(Transactions transactions, JdbcClient jdbc, Rights rights) {
    return new AskedAbout(transactions, jdbc, rights);
  }

  @Bean
  StoreCount storeCount(Transactions transactions, JdbcClient jdbc) {
    return new StoreCount(new Worker(transactions, jdbc), jdbc);
  }

  @Bean
  Releaser releaser(Transactions transactions, Outbox outbox, JdbcClient jdbc) {
    return new Releaser(new Worker(transactions, jdbc), new Releasing(jdbc), outbox, jdbc);
  }
}
