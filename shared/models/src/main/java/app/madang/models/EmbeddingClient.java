package app.madang.models;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One embedding model at one vendor; blocks the calling thread. */
public interface EmbeddingClient {

  /**
   * Turns texts into vectors, one a text and in their order.
   *
   * @param dimensions how long the vectors shall be; null leaves it to the model
   * @param purpose what the texts are, where the model may be told
   * @param cancelled whether nobody wants them any more; looked at several times a second, by any
   *     thread
   * @throws ModelFailure when not all of them came
   */
  Embedded embed(
      List<String> texts,
      @Nullable Integer dimensions,
      EmbeddingPurpose purpose,
      Patience patience,
      BooleanSupplier cancelled);
}
