package app.madang.knowledge.internal;

import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.Inspection;
import app.madang.knowledge.InspectionRequest;
import app.madang.knowledge.Meaning;
import app.madang.knowledge.Retrieval;
import app.madang.knowledge.SearchOutcome;
import app.madang.knowledge.SearchRequest;
import app.madang.knowledge.Sides;
import app.madang.knowledge.internal.MeaningSearch.Compared;
import app.madang.runtime.Transactions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  HybridRetrieval(Transactions transactions, EmbeddingPort embedding, SearchSteps steps) {
    this.transactions = transactions;
    this.embedding = embedding;
    this.steps = steps;
    this.inspector = new Inspector(steps);
  }

  /** What the model made of the question. */
  record Question(Meaning meaning, @Nullable Compared vector) {

    static final Question WORDS_ALONE = new Question(Meaning.OFF, null);
  }

  @Override
  public SearchOutcome search(SearchRequest request) {
    // before the transaction: no connection waits for a model
    Question question = question(request);
    Compared query = question.vector();
    return transactions.read(
        () -> {
          Scope scope = steps.scope(request.collectionIds());
          Map<Long, Double> words =
              request.sides() == Sides.MEANING
                  ? Map.of()
                  : steps
                      .words()
                      .search(steps.terms(request.text()), scope, request.filter(), CANDIDATES);
          List<Fusion.Scored> best =
              query == null
                  ? Fusion.ofWords(words, request.limit())
                  : Fusion.of(
                      words,
                      steps
                          .meaning()
                          .search(query, scope, request.filter(), words.keySet(), CANDIDATES),
                      request.limit());
          return new SearchOutcome(steps.hits().read(best), question.meaning());
        });
  }

  @Override
  public Inspection inspect(InspectionRequest request) {
    Question question = question(request.search());
    return transactions.read(() -> inspector.inspect(request, question));
  }

  private Question question(SearchRequest request) {
    if (request.sides() == Sides.WORDS) {
      return Question.WORDS_ALONE;
    }
    if (Language.of(request.text()) != Language.EN) {
      return new Question(Meaning.NOT_FOR_THIS_LANGUAGE, null);
    }
    if (embedding instanceof NoEmbedding) {
      return new Question(Meaning.OFF, null);
    }
    try {
      String start = request.text().substring(0, Math.min(request.text().length(), MEANING_CHARS));
      float[] vector = embedding.embed(List.of(start)).getFirst();
      return new Question(Meaning.USED, new Compared(vector, embedding.model()));
    } catch (EmbeddingUnavailableException e) {
      return new Question(Meaning.UNAVAILABLE, null);
    }
  }
}
