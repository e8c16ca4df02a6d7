package app.madang.knowledge.internal;

import app.madang.knowledge.SearchFilter;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A filter as SQL: always the same words, the values beside them. */
final class AdmittedPassages {

  /** Whether document {@code d} passes. */
  static final String DOCUMENT =
      """
      (CAST(:name AS text) IS NULL OR position(CAST(:name AS text) IN lower(d.name)) > 0)
        AND (cardinality(CAST(:formats AS text[])) = 0
          OR lower(substring(d.name FROM '[.]([^.]+)$')) = ANY (CAST(:formats AS text[])))
        AND d.created_at >= coalesce(CAST(:from AS timestamptz), '-infinity')
        AND d.created_at < coalesce(CAST(:before AS timestamptz), 'infinity')
        AND d.tags @> CAST(:tags AS text[]) AND d.metadata @> CAST(:metadata AS jsonb)
      """;

  /** The passages of the documents that pass, as a part of {@code WITH}. */
  static final String CTE =
      """
      admitted AS MATERIALIZED (
        SELECT p.id, p.block FROM knowledge.collections c
        JOIN knowledge.documents d ON d.collection_id = c.id
        JOIN knowledge.passages p ON p.document_id = d.id AND p.block IS NOT NULL
        WHERE c.number = ANY (CAST(:collections AS bigint[])) AND
      """
          + DOCUMENT
          + ")";

  private static final JsonMapper JSON = new JsonMapper();

  private AdmittedPassages() {}

  static Map<String, @Nullable Object> parameters(SearchFilter filter) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("name", filter.name() == null ? null : filter.name().toLowerCase(Locale.ROOT));
    List<String> formats = filter.formats();
    parameters.put(
        "formats",
        formats.stream().map(format -> format.toLowerCase(Locale.ROOT)).toArray(String[]::new));
    parameters.put("from", timestamp(filter.from()));
    parameters.put("before", timestamp(filter.before()));
    parameters.put("tags", filter.tags().toArray(String[]::new));
    parameters.put("metadata", JSON.writeValueAsString(filter.metadata()));
    return parameters;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
