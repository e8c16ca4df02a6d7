package app.madang.models.internal.vendor;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code predict} of Vertex AI, which takes Gemini's texts one by one. */
record VertexEmbeddings(String model) implements EmbeddingDialect {

  @Override
  public int most() {
    return 1;
  }

  @Override
  public String path() {
    return "/models/" + model + ":predict";
  }

  @Override
  public Map<String, Object> body(List<String> texts, @Nullable Integer dimensions) {
    return Map.of(
        "instances",
        texts.stream().map(text -> Map.of("content", text)).toList(),
        "parameters",
        dimensions == null
            ? Map.of("autoTruncate", false)
            : Map.of("autoTruncate", false, "outputDimensionality", dimensions));
  }

  @Override
  public List<JsonNode> vectors(JsonNode answer) {
    return answer
        .path("predictions")
        .valueStream()
        .map(row -> row.path("embeddings").path("values"))
        .toList();
  }

  @Override
  public long tokens(JsonNode answer) {
    long sum = 0;
    for (JsonNode row : answer.path("predictions")) {
      long count = row.at("/embeddings/statistics/token_count").asLong(-1);
      if (count < 0) {
        return -1;
      }
      sum += count;
    }
    return sum;
  }
}
