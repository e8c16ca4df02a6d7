package app.madang.functions.local;

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
          OR EXISTS (SELECT FROM knowledge.collections WHERE deleted_at IS NOT NULL)
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
      if (somethingWaits()) {
        pubSub.publish(
            "sweep.due.v1",
            "{\"at\":\"" + Instant.now() + "\"}",
            Map.of("eventId", UUID.randomUUID().toString()));
      }
    } catch (SQLException | RuntimeException e) {
      System.err.println("sweep: " + e.getMessage());
    }
  }

  private boolean somethingWaits() throws SQLException {
    try (Connection connection = postgres.connect("madang");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(WAITING)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
