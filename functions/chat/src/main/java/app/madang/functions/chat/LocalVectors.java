package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.models.Embedded;
import app.madang.models.EmbeddingClient;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The platform's own embedding function, where no vendor is needed. */
final class LocalVectors implements EmbeddingClient {

  private static final int MOST_TEXTS = 16;
  private static final int MOST_CHARACTERS = 8_000;

  private final EmbeddingPort embedding;

  LocalVectors(EmbeddingPort embedding) {
    this.embedding = embedding;
  }

  @Override
  public Embedded embed(
      List<String> texts,
      @Nullable Integer dimensions,
      EmbeddingPurpose purpose,
      Patience patience,
      BooleanSupplier cancelled) {
    if (texts.stream().anyMatch(text -> text.length() > MOST_CHARACTERS)) {
      throw new ModelFailure(Kind.TOO_LONG, null);
    }
    List<float[]> vectors = new ArrayList<>(texts.size());
    try {
      for (int from = 0; from < texts.size(); from += MOST_TEXTS) {
        if (cancelled.getAsBoolean()) {
          throw new ModelFailure(Kind.CANCELLED, null);
        }
        vectors.addAll(
            embedding.embed(
                EmbeddingSpace.LOCAL,
                Purpose.PASSAGE,
                Clearance.INTERNAL,
                texts.subList(from, Math.min(texts.size(), from + MOST_TEXTS))));
      }
    } catch (EmbeddingUnavailableException e) {
      throw new ModelFailure(Kind.UNAVAILABLE, e);
    }
    if (dimensions != null && vectors.stream().anyMatch(found -> found.length != dimensions)) {
      throw new ModelFailure(Kind.INVALID, null);
    }
    return new Embedded(vectors, new Tokens(0, 0, 0, true));
  }
}
