package app.madang.knowledge.internal;

import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.Inspection.Candidate;
import app.madang.knowledge.Inspection.Chosen;
import app.madang.knowledge.Inspection.Reason;
import app.madang.knowledge.InspectionRequest;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.internal.Fusion.Scored;
import app.madang.knowledge.internal.HybridRetrieval.Question;
import app.madang.knowledge.internal.MeaningSearch.Compared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs a search step by step and keeps what each step found; in the caller's transaction. */
final class Inspector {

  /** So far down a passage's rank by words is told. */
  private static final int DEPTH = 10_000;

  private static final String TERMS =
      """
      SELECT p.public_id, ARRAY(
        SELECT t.term FROM unnest(p.terms) AS t (term) WHERE t.term = ANY (CAST(:terms AS bigint[])))
        AS terms
      FROM knowledge.passages p WHERE p.id = ANY (CAST(:ids AS bigint[]))
      """;

  private static final String CHOSEN =
      """
      SELECT d.name, d.status, d.standing = 'current' AND coalesce(d.expires_at > now(), true) AS current,
        c.number, ARRAY(
          SELECT p.id FROM knowledge.passages p WHERE p.document_id = d.id ORDER BY p.ordinal LIMIT 5000)
        AS passages,
      """
          + AdmittedPassages.DOCUMENT
          + """
          AS admitted
          FROM knowledge.documents d JOIN knowledge.collections c ON c.id = d.collection_id
          WHERE d.id = :document AND c.deleted_at IS NULL
          """;

  private final SearchSteps steps;

  Inspector(SearchSteps steps) {
    this.steps = steps;
  }

  /**
   * The search in the order of its scores.
   *
   * @param limit how many candidates
   */
  Inspection inspect(InspectionRequest inspected, Question question, int limit) {
    SearchRequest request = inspected.search();
    Scope scope = steps.scope(request.collectionIds());
    QueryTerms terms = steps.terms(request.text(), scope);
    Map<Long, Double> words = steps.words().search(terms, scope, request.filter(), DEPTH);
    Map<Long, Double> first = first(words);
    List<Fusion.Compared> models = steps.compare(question, request, first.keySet());
    Map<Long, Double> cosines = new LinkedHashMap<>();
    models.forEach(model -> cosines.putAll(model.cosines()));
    List<Scored> best =
        models.isEmpty() ? Fusion.ofWords(first, limit) : Fusion.of(first, models, limit);
    List<Candidate> candidates = candidates(best, words, cosines, terms);
    return new Inspection(
        steps.words().weigh(terms, scope),
        new Inspection.Scope(scope.numbers().length, scope.passages(), !request.filter().isEmpty()),
        candidates,
        question.meaning(),
        inspected.chosen() == null
            ? null
            : chosen(
                inspected.chosen(),
                new Found(request, scope, words, question.vectors(), candidates)));
  }

  private static Map<Long, Double> first(Map<Long, Double> words) {
    Map<Long, Double> first = new LinkedHashMap<>();
    words.entrySet().stream()
        .limit(HybridRetrieval.CANDIDATES)
        .forEach(e -> first.put(e.getKey(), e.getValue()));
    return first;
  }

  private List<Candidate> candidates(
      List<Scored> best, Map<Long, Double> words, Map<Long, Double> cosines, QueryTerms terms) {
    Map<Long, Integer> wordRanks = ranks(words.keySet());
    Map<Long, Integer> meaningRanks = ranks(cosines.keySet());
    Map<UUID, List<String>> found = termsOf(best, terms);
    List<Candidate> candidates = new ArrayList<>();
    for (Scored scored : best) {
      for (Hit hit : steps.hits().read(List.of(scored))) {
        candidates.add(
            new Candidate(
                hit,
                candidates.size() + 1,
                null,
                wordRanks.get(scored.passage()),
                meaningRanks.get(scored.passage()),
                words.get(scored.passage()),
                found.getOrDefault(hit.passageId(), List.of())));
      }
    }
    return candidates;
  }

  private Map<UUID, List<String>> termsOf(List<Scored> best, QueryTerms terms) {
    Map<UUID, List<String>> found = new HashMap<>();
    steps
        .jdbc()
        .sql(TERMS)
        .param("terms", terms.ids())
        .param("ids", best.stream().map(Scored::passage).toArray(Long[]::new))
        .query(
            row -> {
              Long[] ids = (Long[]) row.getArray("terms").getArray();
              found.put(
                  row.getObject("public_id", UUID.class),
                  Arrays.stream(ids)
                      .map(id -> terms.texts().getOrDefault(id, ""))
                      .distinct()
                      .toList());
            });
    return found;
  }

  private static Map<Long, Integer> ranks(Collection<Long> passages) {
    Map<Long, Integer> ranks = new HashMap<>();
    passages.forEach(passage -> ranks.put(passage, ranks.size() + 1));
    return ranks;
  }

  /** What the search found, to say why one document is not in it. */
  private record Found(
      SearchRequest request,
      Scope scope,
      Map<Long, Double> words,
      List<Compared> vectors,
      List<Candidate> candidates) {}

  private record Row(
      String name,
      DocumentStatus status,
      boolean current,
      long number,
      Long[] passages,
      boolean in) {}

  private Chosen chosen(UUID document, Found found) {
    return steps
        .jdbc()
        .sql(CHOSEN)
        .param("document", document)
        .params(AdmittedPassages.parameters(found.request().filter()))
        .query(
            (row, n) ->
                new Row(
                    row.getString("name"),
                    DocumentStatus.valueOf(row.getString("status")),
                    row.getBoolean("current"),
                    row.getLong("number"),
                    (Long[]) row.getArray("passages").getArray(),
                    row.getBoolean("admitted")))
        .optional()
        .map(row -> explained(document, row, found))
        .orElseGet(() -> Chosen.unknown(document));
  }

  private Chosen explained(UUID document, Row row, Found found) {
    List<Long> passages = List.of(row.passages());
    Map<Long, Integer> ranks = ranks(found.words().keySet());
    Integer rank =
        passages.stream()
            .map(ranks::get)
            .filter(Objects::nonNull)
            .min(Integer::compare)
            .orElse(null);
    Double bm25 =
        passages.stream()
            .map(found.words()::get)
            .filter(Objects::nonNull)
            .max(Double::compare)
            .orElse(null);
    Double cosine = null;
    boolean near = false;
    for (Compared vector : found.vectors()) {
      Double nearest = steps.meaning().nearestOf(vector, row.passages());
      if (nearest != null) {
        cosine = nearest;
        near = nearest >= vector.traits().floor();
      }
    }
    Reason reason = reason(document, row, found, rank, near);
    return new Chosen(document, reason, row.name(), row.status(), rank, bm25, cosine);
  }

  private static Reason reason(
      UUID document, Row row, Found found, @Nullable Integer rank, boolean near) {
    if (found.candidates().stream().anyMatch(c -> c.hit().documentId().equals(document))) {
      return Reason.FOUND;
    }
    boolean read = row.status() == DocumentStatus.CHUNKED || row.status() == DocumentStatus.READY;
    if (!read || !row.current()) {
      return Reason.NOT_SEARCHABLE;
    }
    if (!List.of(found.scope().numbers()).contains(row.number())) {
      return Reason.OTHER_COLLECTION;
    }
    if (!row.in()) {
      return Reason.FILTERED_OUT;
    }
    return rank == null && !near ? Reason.NOTHING_IN_COMMON : Reason.OUTRANKED;
  }
}
