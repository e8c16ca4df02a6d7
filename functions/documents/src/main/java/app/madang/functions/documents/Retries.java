package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.ProblemCode;
import app.madang.contracts.events.DocumentChunked;
import app.madang.contracts.events.DocumentRequested;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.DocumentList.DocumentId;
import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.Outbox;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reading a failed document again. */
final class Retries {

  private static final List<String> RETRYABLE =
      Arrays.stream(FailureCode.values())
          .filter(FailureCode::retryable)
          .map(FailureCode::code)
          .toList();

  private static final String RETRY =
      """
      UPDATE knowledge.documents
      SET status = :parsing, failure = NULL, attempts = 0, updated_at = now(), emitted_at = now()
      WHERE id = :id AND status = :failed AND failure IN (:retryable)
      """;

  /** What is found by words alone is given its vectors. */
  private static final String COMPARE =
      """
      UPDATE knowledge.documents SET meaning_failure = NULL, attempts = 0, updated_at = now(), emitted_at = now()
      WHERE status = 'CHUNKED' AND meaning_failure IS NOT NULL AND id IN (
        SELECT id FROM knowledge.documents
        WHERE (id = CAST(:id AS uuid) OR collection_id = CAST(:collection AS uuid))
          AND status = 'CHUNKED' AND meaning_failure IS NOT NULL
        ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED)
      RETURNING id
      """;

  /** The sweep asks for those that are not asked for at once. */
  private static final String RETRY_ALL =
      """
      WITH failed AS (
        SELECT id, row_number() OVER (ORDER BY id) AS place FROM (
          SELECT id FROM knowledge.documents
          WHERE collection_id = :collection AND status = :failed AND failure IN (:retryable)
          ORDER BY id LIMIT 1000 FOR UPDATE SKIP LOCKED) f)
      UPDATE knowledge.documents d SET status = :parsing, failure = NULL, attempts = 0, updated_at = now(),
        emitted_at = CASE WHEN f.place <= 20 THEN now() ELSE '-infinity' END
      FROM failed f WHERE d.id = f.id
      RETURNING d.id, f.place
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final DocumentRows rows;
  private final Outbox outbox;

  Retries(
      Transactions transactions, JdbcClient jdbc, Rights rights, DocumentRows rows, Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.rows = rows;
    this.outbox = outbox;
  }

  record Retried(int documents) {}

  Retried retryAll(CollectionId input) {
    return transactions.call(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.EDITOR);
          int compared = compare(null, input.collectionId());
          return new Retried(
              compared
                  + jdbc.sql(RETRY_ALL)
                      .param("collection", input.collectionId())
                      .param("failed", DocumentStatus.FAILED.name())
                      .param("parsing", DocumentStatus.PARSING.name())
                      .param("retryable", RETRYABLE)
                      .query(this::asked)
                      .list()
                      .size());
        });
  }

  private int compare(@Nullable UUID document, @Nullable UUID collection) {
    List<UUID> ids =
        jdbc.sql(COMPARE)
            .param("id", document)
            .param("collection", collection)
            .query(UUID.class)
            .list();
    ids.forEach(id -> outbox.append(EventType.DOCUMENT_CHUNKED.topic(), new DocumentChunked(id)));
    return ids.size();
  }

  private UUID asked(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    if (row.getInt("place") <= 20) {
      outbox.append(EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(id));
    }
    return id;
  }

  Document retry(DocumentId input) {
    return transactions.call(
        () -> {
          rights.document(input.documentId(), CollectionRole.EDITOR);
          if (compare(input.documentId(), null) > 0) {
            return rows.get(input.documentId());
          }
          int retried =
              jdbc.sql(RETRY)
                  .param("id", input.documentId())
                  .param("failed", DocumentStatus.FAILED.name())
                  .param("parsing", DocumentStatus.PARSING.name())
                  .param("retryable", RETRYABLE)
                  .update();
          if (retried == 0) {
            throw new ProblemException(ProblemCode.NOT_RETRYABLE);
          }
          outbox.append(
              EventType.DOCUMENT_REQUESTED.topic(), new DocumentRequested(input.documentId()));
          return rows.get(input.documentId());
        });
  }
}
