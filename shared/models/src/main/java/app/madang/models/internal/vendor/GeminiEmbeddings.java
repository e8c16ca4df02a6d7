package app.madang.models.internal.vendor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code batchEmbedContents} of Google AI. */
record GeminiEmbeddings(String model) implements EmbeddingDialect {

  @Override
  public int most() {
    return 100;
  }

  @Override
  public String path() {
    return "/models/" + model + ":batchEmbedContents";
  }

  @Override
  public Map<String, Object> body(List<String> texts, @Nullable Integer dimensions) {
    return Map.of("requests", texts.stream().map(text -> request(text, dimensions)).toList());
  }

  private Map<String, Object> request(String text, @Nullable Integer dimensions) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("model", "models/" + model);
    request.put("content", Map.of("parts", List.of(Map.of("text", text))));
    if (dimensions != null) {
      request.put("outputDimensionality", dimensions);
    }
    return request;
  }

  @Override
  public List<JsonNode> vectors(JsonNode answer) {
    return answer.path("embeddings").valueStream().map(row -> row.path("values")).toList();
  }

  @Override
  public long tokens(JsonNode answer) {
    return answer.at("/usageMetadata/promptTokenCount").asLong(-1);
  }
}
