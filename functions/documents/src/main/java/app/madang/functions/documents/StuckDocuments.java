package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentChunked;
import app.madang.contracts.events.DocumentDeleted;
import app.madang.contracts.events.DocumentRequested;
import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents whose next step nobody asked for in two minutes: an event was lost, so ask again. */
final class StuckDocuments {

  private static final int AT_ONCE = 200;

  private static final String CLAIM =
      """
      UPDATE knowledge.documents SET emitted_at = now(), attempts = attempts + (status = 'PARSING')::int WHERE id IN (
        SELECT id FROM knowledge.documents
        WHERE status IN ('PARSING', 'CHUNKED', 'DELETING')
          AND emitted_at < now() - CASE WHEN meaning_failure IS NULL THEN interval '2 minutes' ELSE interval '1 hour' END
        ORDER BY emitted_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id, status
      """;

  /** Whoever reads a document says so at least every two minutes: this one kills its readers. */
  private static final String GIVEN_UP =
      """
      UPDATE knowledge.documents SET status = 'FAILED', failure = :failure, attempts = 0, updated_at = now()
      WHERE status = 'PARSING' AND attempts >= :most AND emitted_at < now() - interval '2 minutes'
      """;

  private static final int MOST_ATTEMPTS = 10;

  private static final String ORPHANED =
      """
      UPDATE knowledge.documents d SET status = 'DELETING', emitted_at = '-infinity'
      FROM knowledge.collections c
      WHERE c.id = d.collection_id AND c.deleted_at IS NOT NULL AND d.status <> 'DELETING'
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  StuckDocuments(Sweeper sweeper, JdbcClient jdbc, Outbox outbox) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  private record Stuck(UUID id, DocumentStatus status) {}

  int emitAgain() {
    return sweeper.call(
        () -> {
          // announced while its collection was being deleted
          jdbc.sql(ORPHANED).update();
          jdbc.sql(GIVEN_UP)
              .param("failure", FailureCode.INTERNAL.code())
              .param("most", MOST_ATTEMPTS)
              .update();
          List<Stuck> stuck = jdbc.sql(CLAIM).param("limit", AT_ONCE).query(Stuck.class).list();
          stuck.forEach(this::emit);
          return stuck.size();
        });
  }

  private void emit(Stuck document) {
    UUID id = document.id();
    switch (document.status()) {
      case PARSING ->
          outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(id));
      case CHUNKED -> outbox.append(EventType.DOCUMENT_CHUNKED.topic(), new DocumentChunked(id));
      case DELETING -> outbox.append(EventType.DOCUMENT_DELETED.topic(), new DocumentDeleted(id));
      case UPLOADING, READY, FAILED ->
          throw new IllegalStateException("nothing follows " + document.status());
    }
  }
}
