package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.InspectionRequest;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.Reranker;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import app.madang.knowledge.internal.MeaningSearch.Compared;
import app.madang.runtime.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words always; meaning too when the question is in the model's language and the model answers. */
final class HybridRetrieval implements Retrieval {

  /** How many of each side enter the fusion. */
  static final int CANDIDATES = 100;

  /** More than any model reads; the embedding function takes no more. */
  private static final int MEANING_CHARS = 4000;

  private final Transactions transactions;
  private final EmbeddingPort embedding;
  private final SearchSteps steps;
  private final Inspector inspector;
  private final Reranking reranking;

  HybridRetrieval(
      Transactions transactions, EmbeddingPort embedding, SearchSteps steps, Reranker reranker) {
    this.transactions = transactions;
    this.embedding = embedding;
    this.steps = steps;
    this.inspector = new Inspector(steps);
    this.reranking = new Reranking(reranker);
  }

  /** What the models made of the question; no vectors where none could be compared. */
  record Question(Language language, Meaning meaning, List<Compared> vectors) {}

  @Override
  public SearchOutcome search(SearchRequest request) {
    // before the transaction, and after it: no connection waits for a model
    Question question = question(request);
    List<Hit> fused = fused(request, question);
    return new SearchOutcome(reranking.hits(request, fused), question.meaning());
  }

  private List<Hit> fused(SearchRequest request, Question question) {
    int limit = reranking.depth(request);
    return transactions.read(
        () -> {
          Scope scope = steps.scope(request.collectionIds());
          Map<Long, Double> words =
              request.sides() == Sides.MEANING
                  ? Map.of()
                  : steps
                      .words()
                      .search(
                          steps.terms(request.text(), scope), scope, request.filter(), CANDIDATES);
          List<Fusion.Scored> best =
              question.vectors().isEmpty()
                  ? Fusion.ofWords(words, limit)
                  : Fusion.of(words, steps.compare(question, request, words.keySet()), limit);
          return steps.hits().read(best);
        });
  }

  @Override
  public Inspection inspect(InspectionRequest request) {
    Question question = question(request.search());
    SearchRequest search = request.search();
    Inspection fused =
        transactions.read(() -> inspector.inspect(request, question, reranking.depth(search)));
    return reranking.inspection(search, fused);
  }

  private Question question(SearchRequest request) {
    Language language = Language.of(request.text());
    if (request.sides() == Sides.WORDS || embedding instanceof NoEmbedding) {
      return new Question(language, Meaning.OFF, List.of());
    }
    Map<EmbeddingSpace, Long[]> spaces =
        transactions.read(() -> steps.spaces(request.collectionIds()));
    String start = request.text().substring(0, Math.min(request.text().length(), MEANING_CHARS));
    List<Compared> vectors = new ArrayList<>();
    boolean silent = false;
    for (Map.Entry<EmbeddingSpace, Long[]> space : spaces.entrySet()) {
      if (!ModelTraits.of(space.getKey()).knows(language)) {
        continue;
      }
      try {
        float[] vector =
            embedding
                .embed(space.getKey(), Purpose.QUESTION, request.data(), List.of(start))
                .getFirst();
        vectors.add(new Compared(vector, space.getKey(), space.getValue()));
      } catch (EmbeddingUnavailableException e) {
        silent = true;
      }
    }
    return new Question(language, meaning(!vectors.isEmpty(), silent), vectors);
  }

  private static Meaning meaning(boolean compared, boolean silent) {
    if (silent) {
      return compared ? Meaning.PARTLY : Meaning.UNAVAILABLE;
    }
    return compared ? Meaning.USED : Meaning.NOT_FOR_THIS_LANGUAGE;
  }
}
