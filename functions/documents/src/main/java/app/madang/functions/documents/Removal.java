package app.madang.functions.documents;

import app.madang.contracts.events.DocumentDeleted;
import app.madang.knowledge.ClaimedDocument;
import app.madang.knowledge.PassageWriter;
import app.madang.runtime.storage.ObjectStorage;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rest of a removal: the bytes, then passages with postings and vectors in small transactions,
 * then the row, and with the last one its deleted collection. Each step may be repeated, so a crash
 * anywhere is mended by doing it all again.
 */
final class Removal {

  private static final int BATCH = 200;

  private static final String BEING_DELETED =
      "SELECT EXISTS (SELECT FROM knowledge.documents WHERE id = :id AND status = 'DELETING')";

  /** While an address still takes bytes, the row stays, so that late bytes are removed too. */
  private static final String FORGET =
      """
      WITH gone AS (
        DELETE FROM knowledge.documents WHERE id = :id AND status = 'DELETING'
          AND (object_generation IS NOT NULL OR CASE WHEN batch_id IS NULL THEN created_at ELSE updated_at END < now() - make_interval(secs => :ttl))
        RETURNING id, acl_id, collection_id)
      SELECT count(*) FROM (
        SELECT CASE WHEN g.acl_id <> c.acl_id AND NOT EXISTS (
            SELECT FROM knowledge.documents o WHERE o.acl_id = g.acl_id AND o.id <> g.id)
          THEN identity.drop_mapped_acl(g.acl_id) END
        FROM gone g JOIN knowledge.collections c ON c.id = g.collection_id OFFSET 0) dropped
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final PassageWriter passages;
  private final ObjectStorage storage;
  private final EmptiedCollections emptied;

  Removal(
      Sweeper sweeper,
      JdbcClient jdbc,
      PassageWriter passages,
      ObjectStorage storage,
      EmptiedCollections emptied) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.passages = passages;
    this.storage = storage;
    this.emptied = emptied;
  }

  void handle(DocumentDeleted event) {
    UUID id = event.documentId();
    boolean due =
        sweeper.call(() -> jdbc.sql(BEING_DELETED).param("id", id).query(Boolean.class).single());
    if (!due) {
      return;
    }
    storage.delete(ClaimedDocument.objectName(id));
    int removed = BATCH;
    while (removed > 0) {
      removed = sweeper.call(() -> passages.remove(id, BATCH));
    }
    sweeper.call(
        () ->
            jdbc.sql(FORGET)
                .param("id", id)
                .param("ttl", Uploads.TTL.plusMinutes(1).toSeconds())
                .query(Long.class)
                .single());
    emptied.forget();
  }
}
