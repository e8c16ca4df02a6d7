package app.madang.functions.local;

import app.madang.knowledge.WordAnalysis;
import app.madang.testing.servers.PostgresServer;
import app.madang.testing.servers.PubSubClient;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stands for Cloud Scheduler; silent while nothing waits, so that idle functions may stop. */
final class SweepClock implements AutoCloseable {

  private static final int PERIOD_SECONDS = 15;
  private static final String WAITING =
      """
      SELECT EXISTS (SELECT FROM runtime.outbox)
          OR EXISTS (SELECT FROM knowledge.documents WHERE status NOT IN ('READY', 'FAILED'))
          OR EXISTS (SELECT FROM knowledge.collections WHERE deleted_at IS NOT NULL OR next_model IS NOT NULL OR old_vectors)
          OR EXISTS (SELECT FROM knowledge.documents WHERE expires_at < now() - interval '30 days')
          OR EXISTS (SELECT FROM knowledge.connectors WHERE state <> 'paused' AND next_at <= now())
          OR EXISTS (SELECT FROM toolbox.tools WHERE status IN ('APPROVED', 'RELEASING'))
          OR EXISTS (SELECT FROM reporting.deliveries WHERE state = 'WAITING' AND next_at <= now())
          OR EXISTS (SELECT FROM knowledge.documents WHERE status IN ('CHUNKED', 'READY') AND analyzer <
      """
          + WordAnalysis.VERSION
          + ")";

  /** Yesterday or last month was paid for, is over for long enough, and has no report. */
  private static final String UNREPORTED =
      """
      SELECT EXISTS (
        SELECT FROM (SELECT metering.last_whole_day() AS last) known CROSS JOIN LATERAL (VALUES
            ('DAY', last, last + 1),
            ('MONTH', (date_trunc('month', last + 1) - interval '1 month')::date, date_trunc('month', last + 1)::date)
          ) AS due (period, first, next)
         WHERE EXISTS (SELECT FROM metering.daily d WHERE d.day >= due.first AND d.day < due.next)
           AND NOT EXISTS (SELECT FROM reporting.reports r WHERE r.period = due.period AND r.starts_on = due.first))
      """;

  private final PostgresServer postgres;
  private final PubSubClient pubSub;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  SweepClock(PostgresServer postgres, PubSubClient pubSub) {
    this.postgres = postgres;
    this.pubSub = pubSub;
    clock.scheduleWithFixedDelay(this::tick, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  private void tick() {
    try {
      if (holds(WAITING)) {
        publish("sweep.due.v1");
      }
      if (holds(UNREPORTED)) {
        publish("report.due.v1");
      }
    } catch (SQLException | RuntimeException e) {
      System.err.println("sweep: " + e.getMessage());
    }
  }

  private void publish(String type) {
    pubSub.publish(
        type,
        "{\"at\":\"" + Instant.now() + "\"}",
        Map.of("eventId", UUID.randomUUID().toString()));
  }

  private boolean holds(String question) throws SQLException {
    try (Connection connection = postgres.connect("madang");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(question)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
