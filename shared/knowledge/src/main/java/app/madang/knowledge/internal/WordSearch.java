package app.madang.knowledge.internal;

import app.madang.knowledge.Inspection.Term;
import app.madang.knowledge.SearchFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * BM25: the database hands out the postings that the caller may read, and they are counted and
 * added up here. The key columns are compared as integers, so that the index is searched before the
 * row policy is asked.
 */
final class WordSearch {

  static final double K1 = 0.9;
  static final double B = 0.4;

  /** A pasted page is a question of this many different words. */
  private static final int MOST_TERMS = 100;

  private static final int ROWS_AT_ONCE = 2000;

  private static final String HEAD =
      """
      WITH unread AS MATERIALIZED (
        SELECT DISTINCT p.block FROM knowledge.collections c
        JOIN knowledge.documents d ON d.collection_id = c.id AND
      """
          + Searchable.NOT
          + """
        JOIN knowledge.passages p ON p.document_id = d.id AND p.block IS NOT NULL
        WHERE c.number = ANY (CAST(:collections AS bigint[]))
      )""";

  private static final String ROWS =
      """
      FROM knowledge.postings p
      WHERE p.slot = ANY (CAST(:slots AS integer[]))
        AND p.collection = ANY (CAST(:collections AS integer[]))
        AND p.block NOT IN (SELECT block FROM unread)
      """;

  static final String SQL = HEAD + " SELECT p.slot, p.block, p.words, true AS admitted " + ROWS;

  /** Where a filter looks changes nothing in how rare words are. */
  private static final String FILTERED =
      HEAD
          + ", "
          + AdmittedPassages.CTE
          + " SELECT p.slot, p.block, p.words, p.block IN (SELECT block FROM admitted) AS admitted "
          + ROWS;

  private static final String PASSAGES =
      """
      SELECT p.id, t.n FROM unnest(CAST(:blocks AS integer[]), CAST(:places AS smallint[]))
        WITH ORDINALITY AS t (block, place, n)
      JOIN knowledge.passages p ON p.block = t.block AND p.place = t.place
      ORDER BY t.n
      """;

  private final JdbcClient jdbc;
  private final Analyzers analyzers;

  WordSearch(JdbcClient jdbc, Analyzers analyzers) {
    this.jdbc = jdbc;
    this.analyzers = analyzers;
  }

  /** Where a search looks. */
  Scope scope(List<UUID> collectionIds) {
    return Scope.read(jdbc, collectionIds, analyzers);
  }

  /** What a question asks for, in the words of each analysis that the scope's postings are of. */
  QueryTerms terms(String text, Scope scope) {
    return scope.analyzers().stream()
        .map(analyzer -> analyzer.question(text, MOST_TERMS))
        .reduce(QueryTerms::or)
        .orElseThrow();
  }

  /** BM25 scores by passage number, best first. */
  Map<Long, Double> search(QueryTerms terms, Scope scope, SearchFilter filter, int limit) {
    if (terms.isEmpty() || scope.isEmpty()) {
      return new LinkedHashMap<>();
    }
    return passages(read(terms, scope, filter).best(scope, limit));
  }

  /** How rare the words are in a scope. */
  List<Term> weigh(QueryTerms terms, Scope scope) {
    if (terms.isEmpty() || scope.isEmpty()) {
      return List.of();
    }
    WordScores scores = read(terms, scope, SearchFilter.NONE);
    return terms.weights().keySet().stream()
        .map(
            id ->
                new Term(
                    terms.texts().getOrDefault(id, ""),
                    scores.passagesWith(id),
                    scores.weight(id, scope),
                    terms.addedBy().get(id)))
        .toList();
  }

  private WordScores read(QueryTerms terms, Scope scope, SearchFilter filter) {
    Map<String, @Nullable Object> parameters = parameters(terms, scope);
    if (!filter.isEmpty()) {
      parameters.putAll(AdmittedPassages.parameters(filter));
    }
    WordScores scores = new WordScores(terms);
    String sql = filter.isEmpty() ? SQL : FILTERED;
    rows(sql, parameters, scores);
    if (scores.isTooMuch()) {
      scores.addUp(scope);
      rows(sql, parameters, scores);
    }
    return scores;
  }

  private void rows(String sql, Map<String, @Nullable Object> parameters, WordScores scores) {
    jdbc.sql(sql)
        .params(parameters)
        .withFetchSize(ROWS_AT_ONCE)
        .query(
            row -> {
              scores.add(row.getInt(1), row.getInt(2), row.getBytes(3), row.getBoolean(4));
            });
  }

  private Map<Long, Double> passages(List<WordScores.Scored> best) {
    Map<Long, Double> scores = new LinkedHashMap<>();
    jdbc.sql(PASSAGES)
        .param("blocks", best.stream().map(WordScores.Scored::block).toArray(Integer[]::new))
        .param("places", best.stream().map(s -> (short) s.place()).toArray(Short[]::new))
        .query(
            row -> {
              scores.put(row.getLong(1), best.get(row.getInt(2) - 1).score());
            });
    return scores;
  }

  static Map<String, @Nullable Object> parameters(QueryTerms terms, Scope scope) {
    List<Integer> slots = new ArrayList<>();
    terms.weights().keySet().forEach(term -> slots.addAll(PostingRows.slots(term)));
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("slots", new TreeSet<>(slots).toArray(Integer[]::new));
    parameters.put("collections", scope.numbers());
    return parameters;
  }
}
