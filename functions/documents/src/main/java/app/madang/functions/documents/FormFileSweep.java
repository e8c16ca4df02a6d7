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
 * Documents of forms that nothing was heard of, and those whose day is over. Every one of them ends
 * read, failed with a reason, or gone.
 */
final class FormFileSweep {

  private static final int AT_ONCE = 200;
  private static final int MOST_ATTEMPTS = 10;

  private static final String GIVEN_UP =
      """
      UPDATE knowledge.form_files SET status = 'FAILED', failure = :failure, attempts = 0
      WHERE status = 'PARSING' AND attempts >= :most AND emitted_at < now() - interval '2 minutes'
      """;

  private static final String STUCK =
      """
      UPDATE knowledge.form_files SET emitted_at = now(), attempts = attempts + 1 WHERE id IN (
        SELECT id FROM knowledge.form_files
        WHERE status = 'PARSING' AND emitted_at < now() - interval '2 minutes' AND expires_at > now()
        ORDER BY emitted_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  private static final String QUIET =
      """
      UPDATE knowledge.form_files SET emitted_at = now() WHERE id IN (
        SELECT id FROM knowledge.form_files
        WHERE status = 'UPLOADING' AND emitted_at < now() - interval '2 minutes' AND expires_at > now()
        ORDER BY emitted_at LIMIT :limit FOR UPDATE SKIP LOCKED)
      RETURNING id, created_at + make_interval(secs => :ttl) < now() AS expired
      """;

  private static final String NEVER_CAME =
      """
      UPDATE knowledge.form_files SET status = 'FAILED', failure = :failure WHERE id = :id AND status = 'UPLOADING'
      """;

  private static final String OVER =
      "SELECT id FROM knowledge.form_files WHERE expires_at <= now() ORDER BY expires_at LIMIT :limit";

  /** While an address still takes bytes, the row stays, so that late bytes are removed too. */
  private static final String FORGET =
      """
      DELETE FROM knowledge.form_files
      WHERE id = :id AND expires_at <= now() AND created_at < now() - make_interval(secs => :ttl)
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final ObjectStorage storage;

  FormFileSweep(Sweeper sweeper, JdbcClient jdbc, Outbox outbox, ObjectStorage storage) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
    this.storage = storage;
  }

  private record Quiet(UUID id, boolean expired) {}

  void goOn() {
    sweeper.call(this::askAgain);
    quiet();
    over();
  }

  private int askAgain() {
    jdbc.sql(GIVEN_UP)
        .param("failure", FailureCode.INTERNAL.code())
        .param("most", MOST_ATTEMPTS)
        .update();
    List<UUID> stuck = jdbc.sql(STUCK).param("limit", AT_ONCE).query(UUID.class).list();
    stuck.forEach(this::request);
    return stuck.size();
  }

  private void quiet() {
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
        sweeper.call(
            () ->
                jdbc.sql(NEVER_CAME)
                    .param("id", upload.id())
                    .param("failure", FailureCode.UPLOAD_EXPIRED.code())
                    .update());
      }
    }
  }

  private void over() {
    List<UUID> over =
        sweeper.call(() -> jdbc.sql(OVER).param("limit", AT_ONCE).query(UUID.class).list());
    for (UUID id : over) {
      storage.delete(ClaimedDocument.objectName(id));
      sweeper.call(
          () ->
              jdbc.sql(FORGET)
                  .param("id", id)
                  .param("ttl", Uploads.TTL.plusMinutes(1).toSeconds())
                  .update());
    }
  }

  private boolean request(UUID id) {
    outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(id));
    return true;
  }
}
