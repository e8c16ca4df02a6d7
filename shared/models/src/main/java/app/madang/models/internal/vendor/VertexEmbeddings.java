package app.madang.models.internal.vendor;

import app.madang.models.EmbeddingPurpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
  public ObjectNode body(
      List<String> texts, @Nullable Integer dimensions, EmbeddingPurpose purpose) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var instances = body.putArray("instances");
    String task = EmbeddingDialect.task(purpose);
    for (String text : texts) {
      ObjectNode instance = instances.addObject().put("content", text);
      if (task != null) {
        instance.put("task_type", task);
      }
    }
    ObjectNode parameters = body.putObject("parameters").put("autoTruncate", false);
    if (dimensions != null) {
      parameters.put("outputDimensionality", dimensions);
    }
    return body;
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
