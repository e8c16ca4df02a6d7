package app.madang.knowledge.internal;

import app.madang.knowledge.Inspection.Term;
import app.madang.knowledge.SearchFilter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * BM25 in one statement over the postings. The key columns are compared as integers, so that the
 * index is searched before the row policy is asked.
 */
final class WordSearch {

  static final double K1 = 0.9;
  static final double B = 0.4;

  /** A pasted page is a question of this many different words. */
  private static final int MOST_TERMS = 100;

  private static final String HEAD =
      """
      WITH unread AS MATERIALIZED (
        SELECT DISTINCT p.block FROM knowledge.collections c
        JOIN knowledge.documents d ON d.collection_id = c.id AND
      """
          + Searchable.NOT
          + """
        JOIN knowledge.passages p ON p.document_id = d.id
        WHERE c.number = ANY (CAST(:collections AS bigint[]))
      ), matched AS MATERIALIZED (
        SELECT p.term_id, p.block, p.entries FROM knowledge.postings p
        WHERE p.term_id = ANY (CAST(:terms AS bigint[]))
          AND p.collection = ANY (CAST(:collections AS integer[]))
          AND p.block NOT IN (SELECT block FROM unread)
      ), query AS MATERIALIZED (
        SELECT q.term_id, q.passages,
          q.count * ln(1 + (greatest(:total - q.passages, 0) + 0.5) / (q.passages + 0.5)) AS weight
        FROM (
          SELECT q.term_id, q.count, coalesce(m.passages, 0)::float8 AS passages
          FROM unnest(CAST(:terms AS bigint[]), CAST(:counts AS float8[])) AS q (term_id, count)
          LEFT JOIN (SELECT term_id, sum(cardinality(entries)) AS passages FROM matched GROUP BY 1) m
            ON m.term_id = q.term_id) q
      )""";

  private static final String SCORE =
      """
      sum(e.weight * ((e.entry >> 16) & 255)
        / (((e.entry >> 16) & 255) + :flat + :slope * (e.entry & 65535))) AS score
      """;

  /** Each row has its word: a LEFT JOIN only lets the planner see that the rows are many. */
  private static final String ENTRIES =
      """
      FROM (
        SELECT q.weight * (:k1 + 1) AS weight, unnest(m.entries) AS entry
        FROM matched m LEFT JOIN query q ON q.term_id = m.term_id
      """;

  private static final String SCORES = " SELECT e.entry >> 24 AS passage_id, " + SCORE + ENTRIES;

  private static final String BEST =
      """
      ) e
      GROUP BY 1
      ORDER BY score DESC, passage_id
      LIMIT :limit
      """;

  static final String SQL = HEAD + SCORES + BEST;

  private static final String FILTERED =
      HEAD
          + ", "
          + AdmittedPassages.CTE
          + SCORES
          + "WHERE m.block IN (SELECT block FROM admitted)\n"
          + BEST;

  private static final String WEIGHTS = HEAD + " SELECT term_id, weight, passages FROM query";

  private final JdbcClient jdbc;
  private final TermAnalyzer analyzer;

  WordSearch(JdbcClient jdbc, TermAnalyzer analyzer) {
    this.jdbc = jdbc;
    this.analyzer = analyzer;
  }

  /** What a question asks for. */
  QueryTerms terms(String text) {
    return analyzer.question(text, MOST_TERMS);
  }

  /** BM25 scores by passage number, best first. */
  Map<Long, Double> search(QueryTerms terms, Scope scope, SearchFilter filter, int limit) {
    if (terms.isEmpty() || scope.isEmpty()) {
      return new LinkedHashMap<>();
    }
    Map<String, @Nullable Object> parameters = parameters(terms, scope, limit);
    if (!filter.isEmpty()) {
      parameters.putAll(AdmittedPassages.parameters(filter));
      return scores(FILTERED, parameters);
    }
    return scores(SQL, parameters);
  }

  private Map<Long, Double> scores(String sql, Map<String, @Nullable Object> parameters) {
    Map<Long, Double> scores = new LinkedHashMap<>();
    jdbc.sql(sql)
        .params(parameters)
        .query(
            row -> {
              scores.put(row.getLong("passage_id"), row.getDouble("score"));
            });
    return scores;
  }

  /** How rare the words are in a scope. */
  List<Term> weigh(QueryTerms terms, Scope scope) {
    if (terms.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(WEIGHTS)
        .params(parameters(terms, scope, 0))
        .query(
            (row, n) -> {
              Long id = row.getLong("term_id");
              return new Term(
                  terms.texts().getOrDefault(id, ""),
                  Math.max(0, row.getLong("passages")),
                  row.getDouble("weight"),
                  terms.addedBy().get(id));
            })
        .list();
  }

  static Map<String, @Nullable Object> parameters(QueryTerms terms, Scope scope, int limit) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("terms", terms.ids());
    parameters.put("counts", terms.counts());
    parameters.put("collections", scope.numbers());
    parameters.put("total", (double) scope.passages());
    parameters.put("k1", K1);
    parameters.put("flat", K1 * (1 - B));
    parameters.put("slope", K1 * B / scope.averageLength());
    parameters.put("limit", limit);
    return parameters;
  }
}
