package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.Inspection.Candidate;
import app.madang.knowledge.Inspection.Chosen;
import app.madang.knowledge.Inspection.Reason;
import app.madang.knowledge.Reranker;
import app.madang.knowledge.Reranker.Judged;
import app.madang.knowledge.Reranker.RerankerUnavailableException;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the best of a search judged by a reranker and orders them by that; those behind stay behind.
 * Called outside of transactions: no connection waits for a vendor.
 */
record Reranking(Reranker reranker) {

  private static final Logger LOG = LoggerFactory.getLogger(Reranking.class);

  /** So many are judged: what fusion puts behind these answers hardly ever best. */
  static final int DEPTH = 50;

  /** How many the search must find so that enough can be judged. */
  int depth(SearchRequest request) {
    return isFor(request) ? Math.max(request.limit(), DEPTH) : request.limit();
  }

  private boolean isFor(SearchRequest request) {
    return reranker.isOn()
        && request.sides() == Sides.BOTH
        && request.data() != Clearance.CONFIDENTIAL;
  }

  List<Hit> hits(SearchRequest request, List<Hit> fused) {
    return ordered(request, fused, hit -> hit, Hit::judged).stream()
        .limit(request.limit())
        .toList();
  }

  Inspection inspection(SearchRequest request, Inspection fused) {
    List<Candidate> ordered =
        ordered(
            request,
            fused.candidates(),
            Candidate::hit,
            (candidate, relevance) ->
                candidate.placed(
                    candidate.hit().judged(relevance), candidate.rank(), candidate.rank()));
    List<Candidate> placed = new ArrayList<>();
    for (Candidate candidate : ordered.stream().limit(request.limit()).toList()) {
      placed.add(candidate.placed(candidate.hit(), placed.size() + 1, candidate.fusedRank()));
    }
    return fused.with(placed, chosen(fused.chosen(), placed));
  }

  /** What was found and then judged behind the others was outranked. */
  private static @Nullable Chosen chosen(@Nullable Chosen chosen, List<Candidate> placed) {
    if (chosen == null || chosen.reason() != Reason.FOUND) {
      return chosen;
    }
    boolean shown = placed.stream().anyMatch(c -> c.hit().documentId().equals(chosen.documentId()));
    return shown ? chosen : chosen.because(Reason.OUTRANKED);
  }

  private interface Judging<T> {
    T with(T found, double relevance);
  }

  private <T> List<T> ordered(
      SearchRequest request, List<T> fused, Function<T, Hit> hit, Judging<T> judging) {
    List<T> first = fused.stream().limit(DEPTH).toList();
    // who judges is a vendor too, and nobody said what it is cleared for
    boolean secret =
        first.stream().anyMatch(each -> hit.apply(each).clearance() == Clearance.CONFIDENTIAL);
    if (!isFor(request) || first.isEmpty() || secret) {
      return fused;
    }
    Optional<List<Double>> judged = judge(request.text(), first.stream().map(hit).toList());
    if (judged.isEmpty()) {
      return fused;
    }
    List<T> ordered = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      ordered.add(judging.with(first.get(i), judged.get().get(i)));
    }
    // equal ones stay in the order of their scores
    ordered.sort(
        Comparator.comparing(
                (T found) -> Objects.requireNonNullElse(hit.apply(found).relevance(), 0.0))
            .reversed());
    ordered.addAll(fused.subList(first.size(), fused.size()));
    return ordered;
  }

  private Optional<List<Double>> judge(String question, List<Hit> hits) {
    try {
      return Optional.of(reranker.judge(question, hits.stream().map(Reranking::judged).toList()));
    } catch (RerankerUnavailableException e) {
      LOG.info("The order of the scores stays: {}", e.toString());
      return Optional.empty();
    }
  }

  private static Judged judged(Hit hit) {
    List<String> headings = hit.location().headings();
    String path = headings == null ? "" : " › " + String.join(" › ", headings);
    return new Judged(hit.documentName() + path, hit.text());
  }
}
