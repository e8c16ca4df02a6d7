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
 * again, and given back to its makers when that does not help.
 */
final class Releaser {

  private static final int AT_ONCE = 200;

  private static final String STUCK =
      """
      UPDATE toolbox.tools SET emitted_at = now(), attempts = attempts + 1 WHERE id IN (
        SELECT id FROM toolbox.tools
        WHERE status IN ('APPROVED', 'RELEASING') AND emitted_at < now() - interval '2 minutes'
        ORDER BY emitted_at LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  private static final String COLLECTIONS_GONE =
      """
      UPDATE toolbox.tools t SET status = 'RETURNED', fault = 'collections_gone', version = version + 1, updated_at = now()
      WHERE id = ? AND status = 'APPROVED' AND EXISTS (
        SELECT FROM unnest(t.collection_ids) AS read (id) WHERE NOT EXISTS (
          SELECT FROM knowledge.collections c WHERE c.id = read.id AND c.deleted_at IS NULL))
      """;

  private static final String NOT_RELEASED =
      """
      UPDATE toolbox.tools SET status = 'RETURNED', fault = 'not_released', version = version + 1, updated_at = now()
      WHERE status IN ('APPROVED', 'RELEASING') AND attempts >= ? AND emitted_at < now() - interval '2 minutes'
      """;

  /** Half an hour of asking again. */
  private static final int MOST_ATTEMPTS = 15;

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
    worker.call(
        () ->
            jdbc.sql(COLLECTIONS_GONE).param(event.toolId()).update() == 1
                || releasing.snapshot(event.toolId()));
    worker.call(() -> releasing.shelve(event.toolId()));
  }

  /** Asks again for what an event was lost of. */
  void sweep(SweepDue due) {
    worker.call(
        () -> {
          jdbc.sql(NOT_RELEASED).param(MOST_ATTEMPTS).update();
          List<UUID> stuck = jdbc.sql(STUCK).param(AT_ONCE).query(UUID.class).list();
          stuck.forEach(id -> outbox.append(EventType.TOOL_APPROVED.topic(), new ToolApproved(id)));
          return stuck.size();
        });
  }
}
