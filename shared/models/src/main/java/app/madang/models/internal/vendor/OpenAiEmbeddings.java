package app.madang.models.internal.vendor;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code POST /embeddings} of OpenAI and of the many that speak like it. */
record OpenAiEmbeddings(String model) implements EmbeddingDialect {

  @Override
  public int most() {
    return 256;
  }

  @Override
  public String path() {
    return "/embeddings";
  }

  @Override
  public Map<String, Object> body(List<String> texts, @Nullable Integer dimensions) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("model", model);
    body.put("input", texts);
    body.put("encoding_format", "float");
    if (dimensions != null) {
      body.put("dimensions", dimensions);
    }
    return body;
  }

  @Override
  public List<JsonNode> vectors(JsonNode answer) {
    return answer
        .path("data")
        .valueStream()
        .sorted(Comparator.comparingInt(row -> row.path("index").asInt(0)))
        .map(row -> row.path("embedding"))
        .toList();
  }

  @Override
  public long tokens(JsonNode answer) {
    return answer.at("/usage/prompt_tokens").asLong(-1);
  }
}
