package app.madang.metering.internal;

import app.madang.metering.Meter;
import app.madang.metering.Money;
import app.madang.metering.Outcome;
import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.runtime.Outbox;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.event.OutboxPublisher;
import app.madang.runtime.event.Topics;
import app.madang.runtime.telemetry.Telemetry;
import app.madang.runtime.web.JsonConfiguration;
import app.madang.testing.StatementCounter;
import app.madang.testing.TestStack;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Instances of a function on a real database, and what a test sets and sees there. */
final class Stand {

  /** By which an idle instance shows life and looks for changes: not counted. */
  static final String IDLE = "metering.beat|version";

  static final JdbcClient SUPERUSER = client("postgres");
  static final JdbcClient REPORTING = client("reporting");

  private Stand() {}

  static JdbcClient client(String account) {
    TestStack stack = TestStack.get();
    return JdbcClient.create(
        new DriverManagerDataSource(stack.jdbcUrl(), account, stack.password()));
  }

  /** A function's instance with a pool of its own. */
  record Instance(Meter meter, HikariDataSource pool) implements AutoCloseable {

    @Override
    public void close() {
      meter.close();
      pool.close();
    }
  }

  static Instance instance() {
    return instance(Clock.systemUTC());
  }

  static Instance instance(Clock clock) {
    TestStack stack = TestStack.get();
    return instance(clock, stack.jdbcUrl(), stack.password());
  }

  static Instance instance(Clock clock, String url, String password) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername("chat");
    config.setPassword(password);
    config.setMaximumPoolSize(4);
    config.setMinimumIdle(0);
    HikariDataSource pool = new HikariDataSource(config);
    DataSource counted = StatementCounter.of(pool, IDLE);
    Transactions transactions = new Transactions(new CallerTransactions(counted));
    JdbcClient jdbc = JdbcClient.create(counted);
    Outbox outbox =
        new Outbox(
            jdbc,
            JsonConfiguration.strictMapper(),
            new OutboxPublisher(transactions, jdbc, new Topics(), Telemetry.silent()));
    return new Instance(
        MeteringBeans.meter(transactions, counted, jdbc, outbox, "chat", clock), pool);
  }

  static Spender person() {
    return new Spender(UUID.randomUUID(), Set.of(), null);
  }

  /** A monthly or daily hard budget, by won. */
  static UUID budget(String scope, UUID subject, String period, long won) {
    return budget(scope, subject, period, won, "HARD");
  }

  static UUID budget(String scope, UUID subject, String period, long won, String kind) {
    return REPORTING
        .sql(
            """
            INSERT INTO metering.budgets (scope, subject_id, period, cap, kind)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """)
        .params(Arrays.asList(scope, subject, period, Money.of(won).micros(), kind))
        .query(UUID.class)
        .single();
  }

  static void forget(UUID budget) {
    REPORTING.sql("DELETE FROM metering.budgets WHERE id = ?").param(budget).update();
  }

  static UsageEvent event(UUID person, Money cost) {
    return event(person, cost, Instant.now());
  }

  static UsageEvent event(UUID person, Money cost, Instant at) {
    return event(new Spender(person, Set.of(), null), cost, at);
  }

  static UsageEvent event(Spender who, Money cost, Instant at) {
    return new UsageEvent(
        UsageEvent.newId(at),
        at,
        who.personId(),
        who.groupIds(),
        null,
        null,
        null,
        UUID.randomUUID(),
        1,
        "openai",
        "gpt-test",
        100,
        0,
        50,
        cost,
        120,
        900,
        Outcome.OK);
  }

  /** What stands in the books of a subject, in micros. */
  record Sums(long settled, long outstanding) {}

  static Sums sums(UUID subject, String period) {
    return SUPERUSER
        .sql(
            """
            SELECT coalesce(sum(settled), 0) AS settled, coalesce(sum(outstanding), 0) AS outstanding FROM (
              SELECT settled, 0 AS outstanding FROM metering.accounts WHERE subject_id = :subject AND period = :period
              UNION ALL
              SELECT settled, outstanding FROM metering.leases WHERE subject_id = :subject AND period = :period) s
            """)
        .param("subject", subject)
        .param("period", period)
        .query(Sums.class)
        .single();
  }

  static List<String> events(UUID subject) {
    return SUPERUSER
        .sql(
            "SELECT topic FROM runtime.outbox WHERE payload->>'subjectId' = ? ORDER BY created_at, topic")
        .param(subject.toString())
        .query(String.class)
        .list();
  }
}
