package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.runtime.Transactions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words always; meaning too when the question is in the model's language and the model answers. */
final class HybridRetrieval implements Retrieval {

  /** How many of each side enter the fusion. */
  private static final int CANDIDATES = 100;

  /** More than any model reads; the embedding function takes no more. */
  private static final int MEANING_CHARS = 4000;

  private final Transactions transactions;
  private final EmbeddingPort embedding;
  private final SearchSteps steps;

  HybridRetrieval(Transactions transactions, EmbeddingPort embedding, SearchSteps steps) {
    this.transactions = transactions;
    this.embedding = embedding;
    this.steps = steps;
  }

  @Override
  public SearchOutcome search(SearchRequest request) {
    // before the transaction: no connection waits for a model
    float @Nullable [] query = vector(request.text());
    return transactions.read(
        () -> {
          Scope scope = steps.scope(request.collectionIds());
          Map<Long, Double> words = steps.words().search(request.text(), scope, CANDIDATES);
          List<Fusion.Scored> best =
              query == null
                  ? Fusion.ofWords(words, request.limit())
                  : Fusion.of(words, cosines(query, scope, words), request.limit());
          List<Hit> hits = steps.hits().read(best);
          return new SearchOutcome(hits, query != null);
        });
  }

  private Map<Long, Double> cosines(float[] query, Scope scope, Map<Long, Double> words) {
    return steps.meaning().search(query, embedding.model(), scope, words.keySet(), CANDIDATES);
  }

  private float @Nullable [] vector(String text) {
    if (Language.of(text) != Language.EN) {
      return null;
    }
    try {
      String start = text.substring(0, Math.min(text.length(), MEANING_CHARS));
      return embedding.embed(List.of(start)).getFirst();
    } catch (EmbeddingUnavailableException e) {
      return null;
    }
  }
}
