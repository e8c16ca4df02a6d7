package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.ConnectorDue;
import app.madang.functions.documents.source.Listing;
import app.madang.functions.documents.source.SourceFailed;
import app.madang.runtime.Outbox;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who works on a connector, and how it stands: one at a time, for as long as it gives a sign of
 * life. A worker that lost its lease can write nothing more.
 */
final class ConnectorLeases {

  private static final String CLAIM =
      """
      UPDATE knowledge.connectors c SET lease = :lease, lease_until = now() + interval '3 minutes', heartbeat_at = now(),
        state = CASE state WHEN 'deleting' THEN state ELSE 'running' END,
        run = run + CASE phase WHEN 'rest' THEN 1 ELSE 0 END,
        started_at = CASE phase WHEN 'rest' THEN now() ELSE started_at END,
        added = CASE phase WHEN 'rest' THEN 0 ELSE added END,
        changed = CASE phase WHEN 'rest' THEN 0 ELSE changed END,
        removed = CASE phase WHEN 'rest' THEN 0 ELSE removed END,
        cursor = CASE phase WHEN 'rest' THEN NULL ELSE cursor END,
        phase = CASE phase WHEN 'rest' THEN 'listing' ELSE phase END
      WHERE id = :id AND state <> 'paused' AND next_at <= now() AND lease_until < now()
        AND EXISTS (SELECT FROM knowledge.collections k WHERE k.id = c.collection_id AND k.deleted_at IS NULL)
      """;

  private static final String RENEW =
      """
      UPDATE knowledge.connectors SET lease_until = now() + interval '3 minutes', heartbeat_at = now()
      WHERE id = :id AND lease = :lease AND state IN ('running', 'deleting')
      RETURNING id, lease, kind, settings, state, phase, run, cursor, checkpoint, whole
      """;

  private static final String RELEASE =
      "UPDATE knowledge.connectors SET lease = NULL, lease_until = '-infinity' WHERE id = :id AND lease = :lease";

  private static final String FINISH =
      """
      UPDATE knowledge.connectors SET phase = 'rest', state = 'waiting', reason = NULL, attempts = 0, cursor = NULL,
        finished_at = now(), next_at = now() + make_interval(mins => every_minutes),
        lease = NULL, lease_until = '-infinity'
      WHERE id = :id AND lease = :lease
      """;

  private static final String LISTED =
      """
      UPDATE knowledge.connectors SET phase = :phase, cursor = :cursor, checkpoint = :checkpoint, whole = :whole
      WHERE id = :id
      """;

  private static final String FAIL =
      """
      UPDATE knowledge.connectors SET state = CASE state WHEN 'running' THEN 'failed' ELSE state END,
        reason = :reason, attempts = attempts + 1, lease = NULL, lease_until = '-infinity',
        next_at = now() + coalesce(make_interval(secs => CAST(:retry AS double precision)),
          least(interval '6 hours', interval '5 minutes' * power(2, least(attempts, 10)))),
        phase = CASE WHEN :lost THEN 'rest' ELSE phase END,
        cursor = CASE WHEN :lost THEN NULL ELSE cursor END,
        checkpoint = CASE WHEN :lost THEN NULL ELSE checkpoint END
      WHERE id = :id AND lease = :lease
      RETURNING next_at <= now()
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  ConnectorLeases(Sweeper sweeper, JdbcClient jdbc, Outbox outbox) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** Another worker has it, or it was paused or changed meanwhile. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Takes a connector that is due; empty when it is not, or somebody has it. */
  Optional<UUID> claim(UUID id) {
    UUID lease = UUID.randomUUID();
    int claimed =
        sweeper.call(() -> jdbc.sql(CLAIM).param("id", id).param("lease", lease).update());
    return claimed == 1 ? Optional.of(lease) : Optional.empty();
  }

  /** A sign of life, and how the run stands. */
  ConnectorLease renew(UUID id, UUID lease) {
    return sweeper.call(() -> held(id, lease));
  }

  /** In a transaction: holds the row, so that whatever follows is written by the one worker. */
  ConnectorLease held(UUID id, UUID lease) {
    return jdbc.sql(RENEW)
        .param("id", id)
        .param("lease", lease)
        .query(ConnectorLease.class)
        .optional()
        .orElseThrow(Lost::new);
  }

  void goOn(UUID id, UUID lease) {
    sweeper.call(
        () -> {
          int held = jdbc.sql(RELEASE).param("id", id).param("lease", lease).update();
          if (held == 1) {
            outbox.append(EventType.CONNECTOR_DUE.topic(), new ConnectorDue(id));
          }
          return held;
        });
  }

  void release(UUID id, UUID lease) {
    sweeper.call(() -> jdbc.sql(RELEASE).param("id", id).param("lease", lease).update());
  }

  /** Where the list is now; at its end reading begins. */
  void listed(ConnectorLease run, Listing listing) {
    boolean over = listing.cursor() == null;
    jdbc.sql(LISTED)
        .param("id", run.id())
        .param("phase", over ? "reading" : "listing")
        .param("cursor", listing.cursor())
        .param("checkpoint", over ? listing.checkpoint() : run.checkpoint())
        .param("whole", listing.whole())
        .update();
  }

  /** Nothing is left to be read. */
  void leave(ConnectorLease run) {
    jdbc.sql("UPDATE knowledge.connectors SET phase = 'leaving' WHERE id = ?")
        .param(run.id())
        .update();
  }

  void forget(ConnectorLease run) {
    jdbc.sql("DELETE FROM knowledge.connectors WHERE id = ?").param(run.id()).update();
  }

  /** In the transaction of the last step. */
  void finish(ConnectorLease run) {
    jdbc.sql(FINISH).param("id", run.id()).param("lease", run.lease()).update();
  }

  void fail(UUID id, UUID lease, SourceFailed failure) {
    Duration retry = failure.retryAfter();
    fail(id, lease, failure.code(), retry, failure.cursorLost());
  }

  void fail(UUID id, UUID lease, String reason, @Nullable Duration retry, boolean cursorLost) {
    sweeper.call(
        () -> {
          boolean again =
              jdbc.sql(FAIL)
                  .param("id", id)
                  .param("lease", lease)
                  .param("reason", reason)
                  .param("retry", retry == null ? null : (double) retry.toSeconds())
                  .param("lost", cursorLost)
                  .query(Boolean.class)
                  .optional()
                  .orElse(false);
          if (again) {
            outbox.append(EventType.CONNECTOR_DUE.topic(), new ConnectorDue(id));
          }
          return again;
        });
  }
}
