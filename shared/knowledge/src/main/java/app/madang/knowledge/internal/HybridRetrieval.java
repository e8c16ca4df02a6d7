package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
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

  @SuppressWarnings("ArrayRecordComponent") // carried once from the model to the database
  private record Question(Meaning meaning, float @Nullable [] vector) {}

  private static final Question WORDS_ALONE = new Question(Meaning.OFF, null);

  @Override
  public SearchOutcome search(SearchRequest request) {
    // before the transaction: no connection waits for a model
    Question question = request.sides() == Sides.WORDS ? WORDS_ALONE : question(request.text());
    float @Nullable [] query = question.vector();
    return transactions.read(
        () -> {
          Scope scope = steps.scope(request.collectionIds());
          Map<Long, Double> words =
              request.sides() == Sides.MEANING
                  ? Map.of()
                  : steps.words().search(request.text(), scope, CANDIDATES);
          List<Fusion.Scored> best =
              query == null
                  ? Fusion.ofWords(words, request.limit())
                  : Fusion.of(words, cosines(query, scope, words), request.limit());
          List<Hit> hits = steps.hits().read(best);
          return new SearchOutcome(hits, question.meaning());
        });
  }

  private Map<Long, Double> cosines(float[] query, Scope scope, Map<Long, Double> words) {
    return steps.meaning().search(query, embedding.model(), scope, words.keySet(), CANDIDATES);
  }

  private Question question(String text) {
    if (Language.of(text) != Language.EN) {
      return new Question(Meaning.NOT_FOR_THIS_LANGUAGE, null);
    }
    if (embedding instanceof NoEmbedding) {
      return new Question(Meaning.OFF, null);
    }
    try {
      String start = text.substring(0, Math.min(text.length(), MEANING_CHARS));
      return new Question(Meaning.USED, embedding.embed(List.of(start)).getFirst());
    } catch (EmbeddingUnavailableException e) {
      return new Question(Meaning.UNAVAILABLE, null);
    }
  }
}
