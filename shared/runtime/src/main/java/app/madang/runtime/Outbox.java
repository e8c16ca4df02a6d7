package app.madang.runtime;

import app.madang.runtime.event.OutboxPublisher;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events that commit together with the state they tell of. A row is written in the transaction,
 * published after the commit and before the answer's last byte, and removed when Pub/Sub has it; a
 * sweep publishes what a crash left behind.
 */
public final class Outbox {

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final OutboxPublisher publisher;

  /** An outbox in schema {@code runtime}. */
  public Outbox(JdbcClient jdbc, JsonMapper json, OutboxPublisher publisher) {
    this.jdbc = jdbc;
    this.json = json;
    this.publisher = publisher;
  }

  /**
   * Adds an event to the running transaction.
   *
   * @param topic the event type, which is the topic's name
   * @param payload written as JSON
   */
  public void append(String topic, Object payload) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("an event needs the transaction of its state change");
    }
    String body = json.writeValueAsString(payload);
    String traceparent = Trace.current().traceparent();
    UUID id =
        jdbc.sql(
                "INSERT INTO runtime.outbox (topic, payload, traceparent)"
                    + " VALUES (?, ?::jsonb, ?) RETURNING id")
            .params(topic, body, traceparent)
            .query(UUID.class)
            .single();
    OutboxPublisher.Row row = new OutboxPublisher.Row(id, topic, body, traceparent);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            publisher.pend(row);
          }
        });
  }

  /** A row that the database itself has added and committed: it need not wait for the sweep. */
  public void committed(OutboxPublisher.Row row) {
    publisher.pend(row);
  }
}
