package app.madang.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One embedding model at one vendor; blocks the calling thread. */
public interface EmbeddingClient {

  /**
   * Turns texts into vectors, one a text and in their order.
   *
   * @param dimensions how long the vectors shall be; null leaves it to the model
   * @throws ModelFailure when not all of them came
   */
  Embedded embed(List<String> texts, @Nullable Integer dimensions, Patience patience);

  /** The same, where the model may be told what the texts are. */
  default Embedded embed(
      List<String> texts,
      @Nullable Integer dimensions,
      EmbeddingPurpose purpose,
      Patience patience) {
    return embed(texts, dimensions, patience);
  }
}
