package app.madang.runtime.event;

import app.madang.runtime.Transactions;
import app.madang.runtime.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Publishes committed outbox rows and removes them. */
public final class OutboxPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final int SWEEP_BATCH = 200;

  private final ConcurrentLinkedQueue<Row> pending = new ConcurrentLinkedQueue<>();
  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Topics topics;
  private final OutboxLag lag;

  /** A publisher to topics. */
  public OutboxPublisher(
      Transactions transactions, JdbcClient jdbc, Topics topics, Telemetry telemetry) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.topics = topics;
    this.lag = new OutboxLag(telemetry);
  }

  /** A committed row. */
  public record Row(UUID id, String topic, String payload, @Nullable String traceparent) {}

  /** Notes a row whose transaction has committed. */
  public void pend(Row row) {
    pending.add(row);
  }

  /** Publishes what is pending in this instance; a failure is left to the sweep. */
  public void publishPending() {
    List<Row> rows = new ArrayList<>();
    for (Row row = pending.poll(); row != null; row = pending.poll()) {
      rows.add(row);
    }
    if (rows.isEmpty()) {
      return;
    }
    try {
      rows.forEach(this::publish);
      transactions.run(() -> rows.forEach(this::remove));
    } catch (RuntimeException e) {
      LOG.warn("{} events stay in the outbox for the sweep: {}", rows.size(), e.toString());
    }
  }

  /** Publishes rows that are older, skipping those that another sweeper holds. */
  public int sweep(Duration olderThan) {
    return transactions.call(
        () -> {
          List<Row> rows =
              jdbc.sql(
                      """
                      SELECT id, topic, payload::text, traceparent FROM runtime.outbox
                       WHERE created_at < now() - make_interval(secs => ?)
                       ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
                      """)
                  .params(olderThan.toMillis() / 1000.0, SWEEP_BATCH)
                  .query(
                      (row, n) ->
                          new Row(
                              row.getObject(1, UUID.class),
                              row.getString(2),
                              row.getString(3),
                              row.getString(4)))
                  .list();
          lag.oldest(rows.isEmpty() ? null : rows.getFirst().id());
          rows.forEach(this::publish);
          rows.forEach(this::remove);
          return rows.size();
        });
  }

  private void publish(Row row) {
    Map<String, String> attributes =
        row.traceparent() == null
            ? Map.of("eventId", row.id().toString())
            : Map.of("eventId", row.id().toString(), "traceparent", row.traceparent());
    topics.publish(row.topic(), row.payload(), attributes);
    lag.published(row.topic(), row.id());
  }

  private void remove(Row row) {
    jdbc.sql("DELETE FROM runtime.outbox WHERE id = ?").param(row.id()).update();
  }
}
