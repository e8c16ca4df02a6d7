package app.madang.models.door;

import app.madang.contracts.Clearance;
import app.madang.metering.Spender;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Texts that somebody wants as vectors.
 *
 * @param id one for all attempts
 * @param model its id; no other answers for it
 * @param dimensions how long the vectors shall be; null leaves it to the model
 * @param data who may see what is sent
 * @param spender who pays
 */
public record VectorRequest(
    UUID id,
    String model,
    List<String> texts,
    @Nullable Integer dimensions,
    Clearance data,
    Spender spender,
    @Nullable UUID apiKeyId) {

  /** Copies the list. */
  public VectorRequest {
    texts = List.copyOf(texts);
  }
}
