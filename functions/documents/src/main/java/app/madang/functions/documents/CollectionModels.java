package app.madang.functions.documents;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose vectors a collection's searches compare. Another model's are made beside them; the sweep
 * changes over when none is missing.
 */
final class CollectionModels {

  private static final String STATE =
      """
      SELECT c.embedding_model, c.embedding_dimensions, c.next_model, c.next_dimensions, c.next_since,
        t.passages, t.embedded
      FROM knowledge.collections c CROSS JOIN LATERAL (
        SELECT count(p.id) AS passages, count(v.passage_id) AS embedded
        FROM knowledge.documents d JOIN knowledge.passages p ON p.document_id = d.id AND p.block IS NOT NULL
        LEFT JOIN knowledge.vectors v ON v.passage_id = p.id
          AND v.model = coalesce(c.next_model, c.embedding_model)
          AND v.dimensions = coalesce(c.next_dimensions, c.embedding_dimensions)
        WHERE d.collection_id = c.id AND d.status IN ('CHUNKED', 'READY')) t
      WHERE c.id = :id
      """;

  /**
   * To the model that is there is a change given up; its half-made vectors go with the old ones.
   */
  private static final String CHANGE =
      """
      UPDATE knowledge.collections SET
        old_vectors = old_vectors OR next_model IS NOT NULL,
        next_model = CASE WHEN (embedding_model, embedding_dimensions) = (:model, :dimensions)
          THEN NULL ELSE :model END,
        next_dimensions = CASE WHEN (embedding_model, embedding_dimensions) = (:model, :dimensions)
          THEN NULL ELSE :dimensions END,
        next_since = CASE WHEN (embedding_model, embedding_dimensions) = (:model, :dimensions)
          THEN NULL ELSE now() END
      WHERE id = :id AND (next_model, next_dimensions) IS DISTINCT FROM (:model, :dimensions)
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final EmbeddingPort embedding;

  CollectionModels(
      Transactions transactions, JdbcClient jdbc, Rights rights, EmbeddingPort embedding) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.embedding = embedding;
  }

  record ChangeModel(
      @NotNull UUID collectionId,
      @NotBlank @Size(max = 64) String model,
      @NotNull Integer dimensions) {}

  /** A model that is to take over. */
  record Next(String model, int dimensions, Instant since) {}

  /**
   * The state of a collection's vectors.
   *
   * @param embedded how many of the passages have a vector of the next model, or of the current one
   *     when none is to come
   */
  record ModelState(
      String model, int dimensions, @Nullable Next next, long passages, long embedded) {}

  ModelState get(CollectionId input) {
    return transactions.read(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.READER);
          return state(input.collectionId());
        });
  }

  ModelState change(ChangeModel input) {
    if (!EmbeddingSpace.LENGTHS.contains(input.dimensions())) {
      throw ProblemException.field("dimensions", "384, 768, 1024, 1536");
    }
    transactions.read(() -> rights.collection(input.collectionId(), CollectionRole.OWNER));
    // outside the transaction: the model itself says whether it can be asked
    try {
      EmbeddingSpace space = new EmbeddingSpace(input.model(), input.dimensions());
      embedding.embed(space, Purpose.QUESTION, Clearance.INTERNAL, List.of("확인"));
    } catch (EmbeddingUnavailableException e) {
      throw new ProblemException(ProblemCode.MODEL_NOT_FOUND);
    }
    return transactions.call(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.OWNER);
          jdbc.sql(CHANGE)
              .param("id", input.collectionId())
              .param("model", input.model())
              .param("dimensions", input.dimensions())
              .update();
          return state(input.collectionId());
        });
  }

  private ModelState state(UUID id) {
    return jdbc.sql(STATE)
        .param("id", id)
        .query(
            (row, n) -> {
              String next = row.getString("next_model");
              return new ModelState(
                  row.getString("embedding_model"),
                  row.getInt("embedding_dimensions"),
                  next == null
                      ? null
                      : new Next(
                          next,
                          row.getInt("next_dimensions"),
                          row.getTimestamp("next_since").toInstant()),
                  row.getLong("passages"),
                  row.getLong("embedded"));
            })
        .single();
  }
}
