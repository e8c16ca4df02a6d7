package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentDeleted;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.DocumentList.DocumentId;
import app.madang.runtime.Outbox;
import app.madang.runtime.Transactions;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first step of every removal: hidden from everyone at once, then events do the rest. */
final class Deletions {

  /** So many of a collection's documents go at once; the sweep sees to the others. */
  private static final int AT_ONCE = 20;

  /** With the current version go all others; an older one goes alone. */
  private static final String HIDE_DOCUMENT =
      """
      UPDATE knowledge.documents SET status = 'DELETING', updated_at = now(), emitted_at = now()
      WHERE status <> 'DELETING' AND (id = :id OR series_id = (
        SELECT series_id FROM knowledge.documents WHERE id = :id AND standing = 'current'))
      RETURNING id
      """;

  private static final String HIDE_COLLECTION =
      "UPDATE knowledge.collections SET deleted_at = now() WHERE id = :id AND deleted_at IS NULL";

  private static final String HIDE_ITS_DOCUMENTS =
      """
      UPDATE knowledge.documents
      SET status = 'DELETING', updated_at = now(), emitted_at = '-infinity'
      WHERE collection_id = :id AND status <> 'DELETING'
      """;

  private static final String FIRST =
      """
      UPDATE knowledge.documents SET emitted_at = now() WHERE id IN (
        SELECT id FROM knowledge.documents
        WHERE collection_id = :id AND status = 'DELETING' LIMIT :limit)
      RETURNING id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final Outbox outbox;

  Deletions(Transactions transactions, JdbcClient jdbc, Rights rights, Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.outbox = outbox;
  }

  void deleteDocument(DocumentId input) {
    transactions.run(
        () -> {
          rights.document(input.documentId(), CollectionRole.EDITOR);
          jdbc.sql(HIDE_DOCUMENT)
              .param("id", input.documentId())
              .query(UUID.class)
              .list()
              .forEach(this::emit);
        });
  }

  void deleteCollection(CollectionId input) {
    transactions.run(
        () -> {
          UUID id = input.collectionId();
          rights.collection(id, CollectionRole.OWNER);
          jdbc.sql(HIDE_COLLECTION).param("id", id).update();
          jdbc.sql(HIDE_ITS_DOCUMENTS).param("id", id).update();
          List<UUID> first =
              jdbc.sql(FIRST).param("id", id).param("limit", AT_ONCE).query(UUID.class).list();
          first.forEach(this::emit);
        });
  }

  private void emit(UUID documentId) {
    outbox.append(EventType.DOCUMENT_DELETED.topic(), new DocumentDeleted(documentId));
  }
}
