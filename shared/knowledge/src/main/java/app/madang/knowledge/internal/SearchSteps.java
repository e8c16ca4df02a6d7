package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.SearchRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements that a search is made of. */
record SearchSteps(
    JdbcClient jdbc, Glossary glossary, WordSearch words, MeaningSearch meaning, Hits hits) {

  private static final String SPACES =
      """
      SELECT embedding_model, embedding_dimensions, array_agg(number)
      FROM knowledge.collections
      WHERE deleted_at IS NULL AND (CAST(:all AS boolean) OR id = ANY (CAST(:ids AS uuid[])))
      GROUP BY 1, 2
      """;

  Scope scope(List<UUID> collectionIds) {
    return words.scope(collectionIds);
  }

  /** Which models the collections there are compared by, and the numbers of each one's. */
  Map<EmbeddingSpace, Long[]> spaces(List<UUID> collectionIds) {
    Map<EmbeddingSpace, Long[]> spaces = new LinkedHashMap<>();
    jdbc.sql(SPACES)
        .param("all", collectionIds.isEmpty())
        .param("ids", collectionIds.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              spaces.put(
                  new EmbeddingSpace(row.getString(1), row.getInt(2)),
                  (Long[]) row.getArray(3).getArray());
            });
    return spaces;
  }

  /** The cosines of each model that the question was put to. */
  List<Fusion.Compared> compare(
      HybridRetrieval.Question question, SearchRequest request, Collection<Long> found) {
    return question.vectors().stream()
        .map(
            vector ->
                new Fusion.Compared(
                    meaning.search(vector, request.filter(), found, HybridRetrieval.CANDIDATES),
                    vector.traits().words(question.language()),
                    vector.traits().floor()))
        .toList();
  }

  /** The question's words and what the glossary adds to them. */
  QueryTerms terms(String text, Scope scope) {
    return glossary.expand(words.terms(text, scope));
  }
}
