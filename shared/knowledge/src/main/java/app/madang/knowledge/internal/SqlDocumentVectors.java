package app.madang.knowledge.internal;

import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.PassageText;
import app.madang.knowledge.PassageVector;
import com.pgvector.PGvector;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Vectors beside the passages; a crash between two batches costs one batch. */
final class SqlDocumentVectors implements DocumentVectors {

  private static final String PENDING =
      """
      SELECT p.id AS passage, p.text
      FROM knowledge.documents d
      JOIN knowledge.passages p ON p.document_id = d.id
      LEFT JOIN knowledge.vectors v ON v.passage_id = p.id
      WHERE d.id = :document AND d.status = 'CHUNKED' AND v.passage_id IS NULL
      ORDER BY p.ordinal
      LIMIT :limit
      """;

  private static final String WRITE =
      """
      WITH added AS (
        INSERT INTO knowledge.vectors (passage_id, collection, acl_id, language, model, dimensions, embedding)
        SELECT p.id, p.collection, p.acl_id, p.language, :model,
          vector_dims(CAST(t.embedding AS halfvec)), CAST(t.embedding AS halfvec)
        FROM unnest(CAST(:passages AS bigint[]), CAST(:embeddings AS text[])) AS t (passage, embedding)
        JOIN knowledge.passages p ON p.id = t.passage
        WHERE p.document_id = :document
        ON CONFLICT (passage_id, model, dimensions) DO NOTHING
        RETURNING passage_id
      )
      UPDATE knowledge.documents
      SET embedded_count = embedded_count + (SELECT count(*) FROM added),
        updated_at = now(), emitted_at = now()
      WHERE id = :document
      """;

  private static final String READY =
      """
      UPDATE knowledge.documents d SET status = 'READY', updated_at = now()
      WHERE d.id = :document AND d.status = 'CHUNKED' AND NOT EXISTS (
        SELECT FROM knowledge.passages p
        LEFT JOIN knowledge.vectors v ON v.passage_id = p.id
        WHERE p.document_id = d.id AND v.passage_id IS NULL)
      """;

  private final JdbcClient jdbc;

  SqlDocumentVectors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<PassageText> pendingVectors(UUID documentId, int limit) {
    return jdbc.sql(PENDING)
        .param("document", documentId)
        .param("limit", limit)
        .query(PassageText.class)
        .list();
  }

  @Override
  public void writeVectors(UUID documentId, String model, List<PassageVector> vectors) {
    jdbc.sql(WRITE)
        .param("document", documentId)
        .param("model", model)
        .param("passages", vectors.stream().map(PassageVector::passage).toArray(Long[]::new))
        .param(
            "embeddings",
            vectors.stream().map(v -> new PGvector(v.vector()).getValue()).toArray(String[]::new))
        .update();
  }

  @Override
  public boolean ready(UUID documentId) {
    return jdbc.sql(READY).param("document", documentId).update() == 1;
  }
}
