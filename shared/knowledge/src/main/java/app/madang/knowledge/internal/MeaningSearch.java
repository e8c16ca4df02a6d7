package app.madang.knowledge.internal;

import com.pgvector.PGvector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cosine similarity over the vectors of one model that the caller may read. */
final class MeaningSearch {

  /** The model is an English one: its vectors of Korean passages say nothing. */
  private static final String NEAREST =
      """
      WITH nearest AS MATERIALIZED (
        SELECT v.passage_id, 1 - (v.embedding <=> CAST(:query AS vector)) AS cosine
        FROM knowledge.vectors v
        WHERE v.collection = ANY (CAST(:collections AS bigint[]))
          AND v.model = :model AND v.language <> 'ko'
        ORDER BY v.embedding <=> CAST(:query AS vector)
        LIMIT :limit
      ), both_ways AS (
        SELECT passage_id, cosine FROM nearest
        UNION
        SELECT v.passage_id, 1 - (v.embedding <=> CAST(:query AS vector))
        FROM knowledge.vectors v
        WHERE v.passage_id = ANY (CAST(:found AS bigint[]))
          AND v.model = :model AND v.language <> 'ko'
      )
      SELECT b.passage_id, b.cosine FROM both_ways b
      JOIN knowledge.passages p ON p.id = b.passage_id
      JOIN knowledge.documents d ON d.id = p.document_id
      WHERE d.status IN ('CHUNKED', 'READY')
      ORDER BY b.cosine DESC
      """;

  private final JdbcClient jdbc;

  MeaningSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Cosines by passage number: the nearest ones, and those that the words found. */
  Map<Long, Double> search(
      float[] query, String model, Scope scope, Collection<Long> found, int limit) {
    Map<Long, Double> cosines = new LinkedHashMap<>();
    if (scope.isEmpty()) {
      return cosines;
    }
    // the policy and the filters drop rows after the index gave them: let it go on until enough
    jdbc.sql("SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true)")
        .query(String.class)
        .single();
    jdbc.sql(NEAREST)
        .param("query", new PGvector(query).getValue())
        .param("collections", scope.numbers())
        .param("model", model)
        .param("found", found.toArray(Long[]::new))
        .param("limit", limit)
        .query(
            row -> {
              cosines.put(row.getLong("passage_id"), row.getDouble("cosine"));
            });
    return cosines;
  }
}
