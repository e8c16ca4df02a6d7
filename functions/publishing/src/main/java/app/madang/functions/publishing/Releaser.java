package app.madang.functions.publishing;

import app.madang.contracts.EventType;
import app.madang.contracts.events.SweepDue;
import app.madang.contracts.events.ToolApproved;
import app.madang.runtime.Outbox;
import app.madang.toolbox.Releasing;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Releases what was approved, step by step. Each step is conditional, so that a second delivery or
 * a crash between two of them changes nothing; what stands still for two minutes is asked for
 * again.
 */
final class Releaser {

  private static final int AT_ONCE = 200;

  private static final String STUCK =
      """
      UPDATE toolbox.tools SET emitted_at = now() WHERE id IN (
        SELECT id FROM toolbox.tools
        WHERE status IN ('APPROVED', 'RELEASING') AND emitted_at < now() - interval '2 minutes'
        ORDER BY emitted_at LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  private final Worker worker;
  private final Releasing releasing;
  private final Outbox outbox;
  private final JdbcClient jdbc;

  Releaser(Worker worker, Releasing releasing, Outbox outbox, JdbcClient jdbc) {
    this.worker = worker;
    this.releasing = releasing;
    this.outbox = outbox;
    this.jdbc = jdbc;
  }

  void handle(ToolApproved event) {
    worker.call(() -> releasing.snapshot(event.toolId()));
    worker.call(() -> releasing.shelve(event.toolId()));
  }

  /** Asks again for what an event was lost of. */
  void sweep(SweepDue due) {
    worker.call(
        () -> {
          List<UUID> stuck = jdbc.sql(STUCK).param(AT_ONCE).query(UUID.class).list();
          stuck.forEach(id -> outbox.append(EventType.TOOL_APPROVED.topic(), new ToolApproved(id)));
          return stuck.size();
        });
  }
}
