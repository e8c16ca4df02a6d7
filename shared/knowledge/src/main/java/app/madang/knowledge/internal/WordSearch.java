package app.madang.knowledge.internal;

import java.util.LinkedHashMap;
import java.util.Map;
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

  static final String SQL =
      """
      WITH query AS MATERIALIZED (
        SELECT q.term_id,
          q.count * ln(1 + (greatest(:total - df.passages, 0) + 0.5) / (df.passages + 0.5)) AS weight
        FROM unnest(CAST(:terms AS bigint[]), CAST(:counts AS float8[])) AS q (term_id, count),
          LATERAL (
            SELECT greatest(coalesce(sum(d.passages), 0), 0)::float8 AS passages
            FROM knowledge.term_deltas d
            WHERE d.collection = ANY (CAST(:collections AS bigint[])) AND d.term_id = q.term_id) df
      ), unread AS MATERIALIZED (
        SELECT p.id FROM knowledge.collections c
        JOIN knowledge.documents d ON d.collection_id = c.id AND d.status NOT IN ('CHUNKED', 'READY')
        JOIN knowledge.passages p ON p.document_id = d.id
        WHERE c.number = ANY (CAST(:collections AS bigint[]))
      )
      SELECT p.passage_id,
        sum(q.weight * p.tf * (:k1 + 1) / (p.tf + :k1 * (1 - :b + :b * p.length / :average))) AS score
      FROM knowledge.postings p JOIN query q ON q.term_id = p.term_id
      WHERE p.collection = ANY (CAST(:collections AS bigint[]))
        AND p.term_id = ANY (CAST(:terms AS bigint[]))
        AND p.passage_id NOT IN (SELECT id FROM unread)
      GROUP BY p.passage_id
      ORDER BY score DESC, p.passage_id
      LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final TermAnalyzer analyzer;

  WordSearch(JdbcClient jdbc, TermAnalyzer analyzer) {
    this.jdbc = jdbc;
    this.analyzer = analyzer;
  }

  /** BM25 scores by passage number, best first. */
  Map<Long, Double> search(String text, Scope scope, int limit) {
    Terms terms = analyzer.analyze(text).first(MOST_TERMS);
    Map<Long, Double> scores = new LinkedHashMap<>();
    if (terms.length() == 0 || scope.isEmpty()) {
      return scores;
    }
    jdbc.sql(SQL)
        .params(parameters(terms, scope, limit))
        .query(
            row -> {
              scores.put(row.getLong("passage_id"), row.getDouble("score"));
            });
    return scores;
  }

  static Map<String, Object> parameters(Terms terms, Scope scope, int limit) {
    return Map.of(
        "terms",
        terms.ids(),
        "counts",
        terms.frequencies(),
        "collections",
        scope.numbers(),
        "total",
        (double) scope.passages(),
        "average",
        scope.averageLength(),
        "k1",
        K1,
        "b",
        B,
        "limit",
        limit);
  }
}
