package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.ProblemCode;
import app.madang.contracts.events.DocumentRequested;
import app.madang.functions.documents.Document.Failure;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.Caller;
import app.madang.runtime.Outbox;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import app.madang.runtime.storage.ObjectStorage;
import app.madang.runtime.storage.SignedUpload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents for tools' forms: announced, looked at, read again and taken back by who fills the
 * form; to everyone else they do not exist.
 */
final class FormFileDesk {

  /** At once, of one person: more than forms need, less than a store. */
  private static final int MOST_HELD = 100;

  /** All of a person's together: five of the largest that a file may be, a thousand usual ones. */
  private static final long MOST_BYTES = 1_000_000_000;

  /** One announcement of a person after the other, or all would count the same files. */
  private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(?, 7))::text";

  private static final String COLUMNS =
      "id, name, size, status, failure, omissions, pages, characters, created_at, expires_at";

  /** What was taken back counts until the sweep takes it: its address still takes bytes. */
  private static final String ANNOUNCE =
      """
      INSERT INTO knowledge.form_files (name, size, content_type)
      SELECT :name, :size, :type FROM (
        SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM knowledge.form_files
        WHERE owner_id = identity.current_user_id() AND created_at > now() - interval '1 day') held
      WHERE held.files < :most AND held.bytes + :size <= :bytes
      RETURNING\s"""
          + COLUMNS;

  private static final String RETRY =
      """
      UPDATE knowledge.form_files SET status = 'PARSING', failure = NULL, attempts = 0, emitted_at = now()
      WHERE id = :id AND status = 'FAILED' AND failure <> :never AND expires_at > now()
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Uploads uploads;
  private final ArrivedUploads arrived;
  private final ObjectStorage storage;
  private final Outbox outbox;

  FormFileDesk(
      Transactions transactions,
      JdbcClient jdbc,
      Uploads uploads,
      ArrivedUploads arrived,
      ObjectStorage storage,
      Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.uploads = uploads;
    this.arrived = arrived;
    this.storage = storage;
    this.outbox = outbox;
  }

  record StartFormFile(
      @NotBlank @Size(max = 255) String name,
      @NotNull @PositiveOrZero Long size,
      @Nullable @Size(max = 200) String contentType,
      @Nullable String idempotencyKey) {}

  record FormFileId(@NotNull UUID fileId) {}

  /** A file and where its bytes go, by one of two ways. */
  record FormFileSession(FormFile file, SignedUpload upload, SignedUpload resumable) {}

  FormFileSession start(StartFormFile input) {
    Names.checked("name", input.name());
    uploads.demandRoom(input.size());
    String type = Uploads.mediaType(input.contentType());
    FormFile file =
        transactions.call(
            () -> {
              jdbc.sql(ALONE).param(Caller.current().id().toString()).query(String.class).single();
              return jdbc.sql(ANNOUNCE)
                  .param("name", input.name().strip())
                  .param("size", input.size())
                  .param("type", type)
                  .param("most", MOST_HELD)
                  .param("bytes", MOST_BYTES)
                  .query(FormFileDesk::file)
                  .optional()
                  .orElseThrow(() -> new ProblemException(ProblemCode.TOO_MANY_FILES));
            });
    Uploads.Addresses addresses = uploads.addresses(file.id(), file.size(), type);
    return new FormFileSession(file, addresses.upload(), addresses.resumable());
  }

  FormFile get(FormFileId input) {
    FormFile file = transactions.read(() -> find(input.fileId()));
    if (file.status() == DocumentStatus.UPLOADING) {
      arrived.lookFor(file.id(), file.createdAt());
    }
    return file;
  }

  FormFile retry(FormFileId input) {
    return transactions.call(
        () -> {
          find(input.fileId());
          int retried =
              jdbc.sql(RETRY)
                  .param("id", input.fileId())
                  .param("never", FailureCode.UPLOAD_EXPIRED.code())
                  .update();
          if (retried == 0) {
            throw new ProblemException(ProblemCode.NOT_RETRYABLE);
          }
          outbox.append(
              EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(input.fileId()));
          return find(input.fileId());
        });
  }

  /** Gone at once; the sweep sees to bytes that come late, and to the row. */
  void remove(FormFileId input) {
    transactions.run(
        () -> {
          find(input.fileId());
          jdbc.sql("UPDATE knowledge.form_files SET expires_at = now() WHERE id = ?")
              .param(input.fileId())
              .update();
        });
    storage.delete(ClaimedDocument.objectName(input.fileId()));
  }

  private FormFile find(UUID id) {
    return jdbc.sql(
            "SELECT " + COLUMNS + " FROM knowledge.form_files WHERE id = ? AND expires_at > now()")
        .param(id)
        .query(FormFileDesk::file)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private static FormFile file(ResultSet row, int number) throws SQLException {
    String failure = row.getString("failure");
    return new FormFile(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getLong("size"),
        DocumentStatus.valueOf(row.getString("status")),
        failure == null ? null : new Failure(failure, Words.of(FailureCode.of(failure))),
        Omissions.told(row.getString("omissions")),
        row.getObject("pages", Integer.class),
        row.getObject("characters", Integer.class),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("expires_at").toInstant());
  }
}
