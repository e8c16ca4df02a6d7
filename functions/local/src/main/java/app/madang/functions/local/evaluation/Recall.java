package app.madang.functions.local.evaluation;

import app.madang.knowledge.Hit;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchFilter;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** How many of the truly nearest ten a search by meaning finds. */
record Recall(Crowd crowd, Retrieval retrieval, SeededVectors vectors) {

  private static final int QUESTIONS = 30;

  private static final String EXACT =
      """
      SELECT p.public_id FROM (
        SELECT v.passage_id, v.embedding::halfvec(384) <=> CAST(:query AS halfvec(384)) AS distance
        FROM knowledge.vectors v JOIN knowledge.collections c ON c.number = v.collection
        WHERE c.id = ANY (CAST(:readable AS uuid[])) OFFSET 0) near
      JOIN knowledge.passages p ON p.id = near.passage_id
      ORDER BY near.distance LIMIT 10
      """;

  double at10() {
    String[] readable =
        crowd.collections().subList(0, crowd.readable()).stream()
            .map(UUID::toString)
            .toArray(String[]::new);
    int found = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      // a vector that the search asks for next, known beforehand
      float[] query = vectors.next();
      vectors.force(query);
      SearchRequest request =
          new SearchRequest("nearest passages", List.of(), 10, SearchFilter.NONE, Sides.MEANING);
      Set<UUID> hits = new HashSet<>();
      for (Hit hit : Accounts.as(crowd.reader(), () -> retrieval.search(request)).hits()) {
        hits.add(hit.passageId());
      }
      vectors.force(null);
      List<UUID> exact =
          crowd
              .superuser()
              .sql(EXACT)
              .param("query", SeededVectors.literal(query))
              .param("readable", readable)
              .query(UUID.class)
              .list();
      found += (int) exact.stream().filter(hits::contains).count();
    }
    return Math.round(found * 1000.0 / (QUESTIONS * 10)) / 1000.0;
  }
}
