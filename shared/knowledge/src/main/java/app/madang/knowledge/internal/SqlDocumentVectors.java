package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.EmbeddingTargets;
import app.madang.knowledge.Location;
import app.madang.knowledge.MeaningFailure;
import app.madang.knowledge.PassageText;
import app.madang.knowledge.PassageVector;
import com.pgvector.PGvector;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Vectors beside the passages; a crash between two batches costs one batch. */
final class SqlDocumentVectors implements DocumentVectors {

  private static final String TARGETS =
      """
      SELECT c.embedding_model, c.embedding_dimensions, c.next_model, c.next_dimensions, d.created_by, c.clearance
      FROM knowledge.documents d JOIN knowledge.collections c ON c.id = d.collection_id
      WHERE d.id = :document
      """;

  private static final String PENDING =
      """
      SELECT p.id AS passage, d.name, p.location, p.text
      FROM knowledge.documents d
      JOIN knowledge.passages p ON p.document_id = d.id
      LEFT JOIN knowledge.vectors v
        ON v.passage_id = p.id AND v.model = :model AND v.dimensions = :dimensions
      WHERE d.id = :document AND d.status IN ('CHUNKED', 'READY') AND p.block IS NOT NULL AND v.passage_id IS NULL
      ORDER BY p.ordinal
      LIMIT :limit
      """;

  private static final String WRITE =
      """
      WITH added AS (
        INSERT INTO knowledge.vectors (passage_id, collection, acl_id, language, model, dimensions, embedding)
        SELECT p.id, p.collection, p.acl_id, p.language, :model, :dimensions, CAST(t.embedding AS halfvec)
        FROM unnest(CAST(:passages AS bigint[]), CAST(:embeddings AS text[])) AS t (passage, embedding)
        JOIN knowledge.passages p ON p.id = t.passage
        WHERE p.document_id = :document AND p.block IS NOT NULL
        ON CONFLICT (passage_id, model, dimensions) DO NOTHING
        RETURNING passage_id
      )
      UPDATE knowledge.documents d
      SET embedded_count = embedded_count + CASE
          WHEN (c.embedding_model, c.embedding_dimensions) = (:model, :dimensions)
          THEN (SELECT count(*) FROM added) ELSE 0 END,
        attempts = 0, meaning_failure = NULL,
        updated_at = CASE WHEN d.status = 'CHUNKED' THEN now() ELSE d.updated_at END,
        emitted_at = now()
      FROM knowledge.collections c WHERE c.id = d.collection_id AND d.id = :document
      """;

  private static final String READY =
      """
      UPDATE knowledge.documents d SET status = 'READY', attempts = 0, meaning_failure = NULL, updated_at = now()
      FROM knowledge.collections c
      WHERE c.id = d.collection_id AND d.id = :document AND d.status = 'CHUNKED' AND NOT EXISTS (
        SELECT FROM knowledge.passages p
        LEFT JOIN knowledge.vectors v ON v.passage_id = p.id
          AND v.model = c.embedding_model AND v.dimensions = c.embedding_dimensions
        WHERE p.document_id = d.id AND p.block IS NOT NULL AND v.passage_id IS NULL)
      """;

  private static final String FAILED =
      """
      UPDATE knowledge.documents SET attempts = least(attempts + 1, 1000), emitted_at = now(), updated_at = now(),
        meaning_failure = CASE WHEN :last OR attempts + 1 >= :most THEN :failure ELSE meaning_failure END
      WHERE id = :document AND status = 'CHUNKED'
      RETURNING meaning_failure IS NOT NULL
      """;

  /** A vendor's bad minute passes; what lasts longer is told. */
  private static final int MOST_ATTEMPTS = 5;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SqlDocumentVectors(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<EmbeddingTargets> targets(UUID documentId) {
    return jdbc.sql(TARGETS)
        .param("document", documentId)
        .query(
            (row, n) -> {
              String next = row.getString(3);
              return new EmbeddingTargets(
                  new EmbeddingSpace(row.getString(1), row.getInt(2)),
                  next == null ? null : new EmbeddingSpace(next, row.getInt(4)),
                  row.getObject(5, UUID.class),
                  Clearance.of(row.getString(6)));
            })
        .optional();
  }

  @Override
  public List<PassageText> pendingVectors(UUID documentId, EmbeddingSpace space, int limit) {
    return jdbc.sql(PENDING)
        .param("document", documentId)
        .param("model", space.model())
        .param("dimensions", space.dimensions())
        .param("limit", limit)
        .query(
            (row, n) ->
                new PassageText(
                    row.getLong("passage"),
                    IndexedText.of(
                        row.getString("name"),
                        json.readValue(row.getString("location"), Location.class),
                        row.getString("text"))))
        .list();
  }

  @Override
  public void writeVectors(UUID documentId, EmbeddingSpace space, List<PassageVector> vectors) {
    // a document that moves just now is waited for: its vectors go where its passages are
    jdbc.sql("SELECT id FROM knowledge.documents WHERE id = :document FOR NO KEY UPDATE")
        .param("document", documentId)
        .query(UUID.class)
        .optional();
    jdbc.sql(WRITE)
        .param("document", documentId)
        .param("model", space.model())
        .param("dimensions", space.dimensions())
        .param("passages", vectors.stream().map(PassageVector::passage).toArray(Long[]::new))
        .param(
            "embeddings",
            vectors.stream().map(v -> new PGvector(v.vector()).getValue()).toArray(String[]::new))
        .update();
  }

  @Override
  public boolean failed(UUID documentId, MeaningFailure failure) {
    return jdbc.sql(FAILED)
        .param("document", documentId)
        .param("failure", failure.code())
        .param("last", failure != MeaningFailure.UNAVAILABLE)
        .param("most", MOST_ATTEMPTS)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public boolean ready(UUID documentId) {
    return jdbc.sql(READY).param("document", documentId).update() == 1;
  }
}
