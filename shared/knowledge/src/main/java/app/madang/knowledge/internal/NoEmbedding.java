package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import java.util.List;

/** Where no embedding function is set: searches go by words. */
final class NoEmbedding implements EmbeddingPort {

  @Override
  public List<float[]> embed(
      EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
    throw new EmbeddingUnavailableException("EMBEDDING_URL is not set");
  }
}
