package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.runtime.Caller;
import app.madang.runtime.Trace;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The embedding function, asked over HTTP as another service account. */
final class HttpEmbedding implements EmbeddingPort {

  /** Long enough for a cold start; who cannot wait that long wraps it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /**
   * The budget of who asks, a model that is not cleared for the text, a text that may not leave.
   */
  private static final Set<Integer> REFUSALS =
      Set.of(
          ProblemCode.BUDGET_EXCEEDED.status(),
          ProblemCode.MODEL_NOT_FOUND.status(),
          ProblemCode.PERSONAL_DATA_BLOCKED.status());

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final URI address;
  private final TokenSource token;
  private final JsonMapper json;

  /** Where the function's identity comes from. */
  @FunctionalInterface
  interface TokenSource {
    String value() throws IOException;
  }

  HttpEmbedding(String baseUrl, TokenSource token, JsonMapper json) {
    this.address = URI.create(baseUrl + "/internal/v1/embeddings");
    this.token = token;
    this.json = json;
  }

  private record Answer(String model, List<float[]> vectors) {}

  private record Question(
      String model,
      int dimensions,
      EmbeddingPort.Purpose purpose,
      Clearance data,
      List<String> texts,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID person) {}

  @Override
  public List<float[]> embed(
      EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
    Question question =
        new Question(
            space.model(),
            space.dimensions(),
            purpose,
            data,
            texts,
            Caller.find().map(Caller::id).orElse(null));
    try {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .timeout(TIMEOUT)
              .header("Authorization", "Bearer " + token.value())
              .header("Content-Type", "application/json")
              .header("traceparent", Trace.current().traceparent())
              .POST(BodyPublishers.ofString(json.writeValueAsString(question)))
              .build();
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (REFUSALS.contains(response.statusCode())) {
        throw EmbeddingUnavailableException.refused("refused with " + response.statusCode());
      }
      if (response.statusCode() != 200) {
        throw new EmbeddingUnavailableException("embedding answered " + response.statusCode());
      }
      Answer answer = json.readValue(response.body(), Answer.class);
      if (answer.vectors().size() != texts.size()) {
        throw new EmbeddingUnavailableException("embedding answered with too few vectors");
      }
      return answer.vectors();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddingUnavailableException("interrupted", new InterruptedIOException());
    } catch (IOException | JacksonException e) {
      throw new EmbeddingUnavailableException("embedding did not answer", e);
    }
  }
}
