package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.ConnectorDue;
import app.madang.runtime.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connectors whose time has come, and those whose worker gives no sign of life any more. */
final class DueConnectors {

  private static final String DUE =
      """
      UPDATE knowledge.connectors SET emitted_at = now() WHERE id IN (
        SELECT id FROM knowledge.connectors
        WHERE state <> 'paused' AND next_at <= now() AND lease_until < now()
          AND emitted_at < now() - interval '1 minute'
        ORDER BY next_at LIMIT 100 FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  DueConnectors(Sweeper sweeper, JdbcClient jdbc, Outbox outbox) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  int emit() {
    return sweeper.call(
        () -> {
          List<UUID> due = jdbc.sql(DUE).query(UUID.class).list();
          due.forEach(id -> outbox.append(EventType.CONNECTOR_DUE.topic(), new ConnectorDue(id)));
          return due.size();
        });
  }
}
