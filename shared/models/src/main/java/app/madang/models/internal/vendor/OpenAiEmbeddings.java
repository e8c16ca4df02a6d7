package app.madang.models.internal.vendor;

import app.madang.models.EmbeddingPurpose;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
  public ObjectNode body(
      List<String> texts, @Nullable Integer dimensions, EmbeddingPurpose purpose) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", model).put("encoding_format", "float");
    texts.forEach(body.putArray("input")::add);
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
