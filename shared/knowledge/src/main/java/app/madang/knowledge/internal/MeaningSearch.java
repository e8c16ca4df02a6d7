package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.SearchFilter;
import com.pgvector.PGvector;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cosine similarity over the vectors of one model that the caller may read. */
final class MeaningSearch {

  /** How far a row is; the length of the vectors is written out, for each length has its index. */
  private static final String FAR =
      "(v.embedding::halfvec(%d) <=> CAST(:query AS halfvec(%d)))".replace("%d", "{dimensions}");

  /** An English model's vectors of Korean passages say nothing. */
  private static final String OF_MODEL =
      " v.dimensions = {dimensions} AND v.model = :model AND (NOT :english OR v.language <> 'ko')\n";

  private static final String NEAREST =
      "WITH nearest AS MATERIALIZED (SELECT v.passage_id, 1 - "
          + FAR
          + " AS cosine FROM knowledge.vectors v WHERE v.collection = ANY (CAST(:collections AS bigint[])) AND"
          + OF_MODEL
          + "ORDER BY "
          + FAR
          + " LIMIT :limit), both_ways AS (SELECT passage_id, cosine FROM nearest UNION SELECT v.passage_id, 1 - "
          + FAR
          + " FROM knowledge.vectors v WHERE v.passage_id = ANY (CAST(:found AS bigint[])) AND"
          + OF_MODEL
          + """
          )
          SELECT b.passage_id, b.cosine FROM both_ways b
          JOIN knowledge.passages p ON p.id = b.passage_id
          JOIN knowledge.documents d ON d.id = p.document_id
          WHERE
          """
          + Searchable.DOCUMENT
          + """
          ORDER BY b.cosine DESC
          """;

  /** A filter leaves few enough to compare one by one, and exactly. */
  private static final String FILTERED =
      "WITH "
          + AdmittedPassages.CTE
          + ", compared AS MATERIALIZED (SELECT v.passage_id, 1 - "
          + FAR
          + " AS cosine FROM admitted a JOIN knowledge.vectors v ON v.passage_id = a.id WHERE"
          + OF_MODEL
          + """
          )
          SELECT b.passage_id, b.cosine FROM compared b
          JOIN knowledge.passages p ON p.id = b.passage_id
          JOIN knowledge.documents d ON d.id = p.document_id
          WHERE
          """
          + Searchable.DOCUMENT
          + """
          ORDER BY b.cosine DESC
          LIMIT :limit
          """;

  private static final String OF =
      "SELECT max(1 - "
          + FAR
          + ") FROM knowledge.vectors v WHERE v.passage_id = ANY (CAST(:passages AS bigint[])) AND"
          + OF_MODEL;

  private final JdbcClient jdbc;

  MeaningSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A question's vector and where it can be compared: the collections of its model. */
  @SuppressWarnings("ArrayRecordComponent") // carried once from the model to the database
  record Compared(float[] query, EmbeddingSpace space, Long[] collections) {
    String value() {
      return new PGvector(query).getValue();
    }

    /** A statement for vectors of this length. */
    String sql(String template) {
      return template.replace("{dimensions}", Integer.toString(space.dimensions()));
    }

    ModelTraits traits() {
      return ModelTraits.of(space);
    }

    Map<String, @Nullable Object> parameters() {
      Map<String, @Nullable Object> parameters = new HashMap<>();
      parameters.put("query", value());
      parameters.put("model", space.model());
      parameters.put("english", !traits().korean());
      return parameters;
    }
  }

  /** The cosine of the nearest of some passages; null when none has a vector. */
  @Nullable Double nearestOf(Compared compared, Long[] passages) {
    return jdbc
        .sql(compared.sql(OF))
        .params(compared.parameters())
        .param("passages", passages)
        .query(
            (row, n) ->
                row.getObject(1) == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(row.getDouble(1)))
        .single()
        .stream()
        .boxed()
        .findFirst()
        .orElse(null);
  }

  /** Cosines by passage number: the nearest ones, and those that the words found. */
  Map<Long, Double> search(
      Compared compared, SearchFilter filter, Collection<Long> found, int limit) {
    Map<Long, Double> cosines = new LinkedHashMap<>();
    Map<String, @Nullable Object> parameters = compared.parameters();
    parameters.put("collections", compared.collections());
    parameters.put("limit", limit);
    if (filter.isEmpty()) {
      parameters.put("found", found.toArray(Long[]::new));
    } else {
      parameters.putAll(AdmittedPassages.parameters(filter));
    }
    jdbc.sql(compared.sql(filter.isEmpty() ? NEAREST : FILTERED))
        .params(parameters)
        .query(
            row -> {
              cosines.put(row.getLong("passage_id"), row.getDouble("cosine"));
            });
    return cosines;
  }
}
