package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.events.DocumentChunked;
import app.madang.runtime.Outbox;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes collections from one model to another: asks for the vectors that are missing, lets searches
 * change over when none is, and removes the old ones. Whatever stops, the next round goes on.
 */
final class ModelChanges {

  private static final int DOCUMENTS = 200;
  private static final int VECTORS = 5000;

  private static final String MISSING =
      """
      EXISTS (
        SELECT FROM knowledge.passages p WHERE p.document_id = d.id AND p.block IS NOT NULL AND NOT EXISTS (
          SELECT FROM knowledge.vectors v WHERE v.passage_id = p.id
            AND v.model = c.next_model AND v.dimensions = c.next_dimensions))
      """;

  private static final String ASK =
      """
      UPDATE knowledge.documents SET emitted_at = now() WHERE id IN (
        SELECT d.id FROM knowledge.collections c
        JOIN knowledge.documents d ON d.collection_id = c.id AND d.status = 'READY'
        WHERE c.next_model IS NOT NULL AND d.emitted_at < greatest(c.next_since, now() - interval '2 minutes')
          AND
      """
          + MISSING
          + "LIMIT :limit FOR UPDATE OF d SKIP LOCKED) RETURNING id";

  private static final String CHANGE_OVER =
      """
      UPDATE knowledge.collections c SET embedding_model = next_model, embedding_dimensions = next_dimensions,
        next_model = NULL, next_dimensions = NULL, next_since = NULL, old_vectors = true
      WHERE c.next_model IS NOT NULL AND NOT EXISTS (
        SELECT FROM knowledge.documents d
        WHERE d.collection_id = c.id AND d.status IN ('CHUNKED', 'READY') AND
      """
          + MISSING
          + ")";

  private static final String REMOVE =
      """
      DELETE FROM knowledge.vectors WHERE (passage_id, model, dimensions) IN (
        SELECT v.passage_id, v.model, v.dimensions FROM knowledge.collections c
        JOIN knowledge.vectors v ON v.collection = c.number
          AND (v.model, v.dimensions) <> (c.embedding_model, c.embedding_dimensions)
          AND (v.model, v.dimensions) IS DISTINCT FROM (c.next_model, c.next_dimensions)
        WHERE c.old_vectors LIMIT :limit)
      """;

  private final Sweeper sweeper;
  private final JdbcClient jdbc;
  private final Outbox outbox;

  ModelChanges(Sweeper sweeper, JdbcClient jdbc, Outbox outbox) {
    this.sweeper = sweeper;
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  void goOn() {
    sweeper.call(this::ask);
    sweeper.call(() -> jdbc.sql(CHANGE_OVER).update());
    sweeper.call(this::remove);
  }

  private int ask() {
    List<UUID> asked = jdbc.sql(ASK).param("limit", DOCUMENTS).query(UUID.class).list();
    asked.forEach(id -> outbox.append(EventType.DOCUMENT_CHUNKED.topic(), new DocumentChunked(id)));
    return asked.size();
  }

  private int remove() {
    int gone = jdbc.sql(REMOVE).param("limit", VECTORS).update();
    return gone > 0
        ? gone
        : jdbc.sql("UPDATE knowledge.collections SET old_vectors = false WHERE old_vectors")
            .update();
  }
}
