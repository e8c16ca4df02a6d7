package app.madang.functions.local.evaluation;

import app.madang.functions.local.PlainWords;
import app.madang.functions.local.SearchStack;
import app.madang.knowledge.EmbeddingPort;
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
  private volatile String model = "";

  PatientEmbedding(SearchStack stack) {
    this.stack = stack;
  }

  private record Answer(String model, List<float[]> vectors) {}

  @Override
  public String model() {
    return model;
  }

  @Override
  public List<float[]> embed(List<String> texts) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(stack.embeddingUrl() + "/internal/v1/embeddings"))
            .header("Authorization", "Bearer " + stack.readerToken())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("texts", texts))))
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new PlainWords("the embedding function answered " + response.statusCode());
      }
      Answer answer = json.readValue(response.body(), Answer.class);
      model = answer.model();
      return answer.vectors();
    } catch (IOException e) {
      throw new PlainWords("the embedding function does not answer: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlainWords("interrupted");
    }
  }
}
