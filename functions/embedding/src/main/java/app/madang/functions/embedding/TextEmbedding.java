package app.madang.functions.embedding;

import app.madang.functions.embedding.TextEmbedding.EmbedTexts;
import app.madang.functions.embedding.TextEmbedding.TextVectors;
import app.madang.knowledge.EmbeddingPort;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;

/** Operation {@code embedTexts}: vectors for a search that somebody waits for. */
final class TextEmbedding implements Function<EmbedTexts, TextVectors> {

  /** The texts of a search. */
  record EmbedTexts(@NotEmpty @Size(max = 16) List<@Size(min = 1, max = 8000) String> texts) {}

  /** One vector a text, in order. */
  record TextVectors(String model, List<float[]> vectors) {}

  private final EmbeddingPort model;

  TextEmbedding(EmbeddingPort model) {
    this.model = model;
  }

  @Override
  public TextVectors apply(EmbedTexts input) {
    return new TextVectors(model.model(), model.embed(input.texts()));
  }
}
