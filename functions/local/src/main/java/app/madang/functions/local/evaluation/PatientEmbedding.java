package app.madang.functions.local.evaluation;

import app.madang.contracts.Clearance;
import app.madang.functions.local.PlainWords;
import app.madang.functions.local.SearchStack;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The embedding function as a search asks it, but waited for: what a search finds is measured here,
 * not how long the model of a busy machine takes.
 */
final class PatientEmbedding implements EmbeddingPort {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = JsonMapper.shared();
  private final SearchStack stack;

  PatientEmbedding(SearchStack stack) {
    this.stack = stack;
  }

  private record Answer(String model, List<float[]> vectors) {}

  @Override
  public List<float[]> embed(
      EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
    Map<String, Object> question =
        Map.of(
            "model",
            space.model(),
            "dimensions",
            space.dimensions(),
            "purpose",
            purpose,
            "data",
            data,
            "texts",
            texts);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.embeddingUrl() + "/internal/v1/embeddings"))
            .header("Authorization", "Bearer " + stack.readerToken())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(question)))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new PlainWords("the embedding function answered " + response.statusCode());
      }
      return json.readValue(response.body(), Answer.class).vectors();
    } catch (IOException e) {
      throw new PlainWords("the embedding function does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlainWords("interrupted");
    }
  }
}
