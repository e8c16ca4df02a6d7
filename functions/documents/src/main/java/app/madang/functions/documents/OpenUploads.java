package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentRequested;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.Outbox;
import app.madang.runtime.storage.ObjectStorage;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Uploads that nothing was heard of. If the bytes are there the notification was lost: ask for the
 * reading. If they are not and the address has expired, say so.
 */
final class OpenUploads {

  private static final int AT_ONCE = 100;

  private static final String QUIET =
      """
      UPDATE knowledge.documents SET emitted_at = now() WHERE id IN (
        SELECT id FROM knowledge.documents
        WHERE status = 'UPLOADING' AND (emitted_at < now() - interval '2 minutes'
          OR (coalesce(upload_until, created_at + make_interval(secs => :ttl)) < now()
            AND emitted_at < coalesce(upload_until, created_at + make_interval(secs => :ttl))))
        ORDER BY emitted_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id, coalesce(upload_until, created_at + make_interval(secs => :ttl)) < now() AS expired
      """;

  private static final String EXPIRE =
      """
      UPDATE knowledge.documents SET status = 'FAILED', failure = :failure, updated_at = now()
      WHERE id = :id AND status = 'UPLOADING'
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final ObjectStorage storage;

  OpenUploads(Sweeper sweeper, JdbcClient jdbc, Outbox outbox, ObjectStorage storage) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.storage = storage;
  }

  private record Quiet(UUID id, boolean expired) {}

  void check() {
    List<Quiet> quiet =
        sweeper.call(
            () ->
                jdbc.sql(QUIET)
                    .param("ttl", Uploads.TTL.toSeconds())
                    .param("limit", AT_ONCE)
                    .query(Quiet.class)
                    .list());
    for (Quiet upload : quiet) {
      // outside the transaction: storage is asked over the network
      if (storage.find(ClaimedDocument.objectName(upload.id())).isPresent()) {
        sweeper.call(() -> request(upload.id()));
      } else if (upload.expired()) {
        sweeper.call(() -> expire(upload.id()));
      }
    }
  }

  private boolean request(UUID id) {
    outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(id));
    return true;
  }

  private int expire(UUID id) {
    return jdbc.sql(EXPIRE)
        .param("id", id)
        .param("failure", FailureCode.UPLOAD_EXPIRED.code())
        .update();
  }
}
