package app.madang.models.internal.vendor;

import app.madang.models.EmbeddingPurpose;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
  public ObjectNode body(
      List<String> texts, @Nullable Integer dimensions, EmbeddingPurpose purpose) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    var requests = body.putArray("requests");
    for (String text : texts) {
      ObjectNode request = requests.addObject().put("model", "models/" + model);
      request.putObject("content").putArray("parts").addObject().put("text", text);
      if (dimensions != null) {
        request.put("outputDimensionality", dimensions);
      }
      String task = EmbeddingDialect.task(purpose);
      if (task != null) {
        request.put("taskType", task);
      }
    }
    return body;
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
