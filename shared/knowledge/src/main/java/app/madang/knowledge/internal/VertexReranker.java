package app.madang.knowledge.internal;

import app.madang.knowledge.Reranker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vertex AI's ranking API, in the company's own project. It has one deadline; after a failure
 * nobody asks it for a while.
 */
final class VertexReranker implements Reranker {

  private static final Pattern CONFIG =
      Pattern.compile("projects/[\\w.:-]+/locations/[\\w-]+/rankingConfigs/[\\w-]+");
  private static final Duration REST = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;
  private final String model;
  private final Duration patience;
  private final Supplier<Optional<String>> token;
  private final JsonMapper json;

  /** Nano time until which searches go on without. */
  private final AtomicLong restUntil = new AtomicLong(System.nanoTime());

  VertexReranker(
      URI address,
      String model,
      Duration patience,
      Supplier<Optional<String>> token,
      JsonMapper json) {
    this.address = address;
    this.model = model;
    this.patience = patience;
    this.token = token;
    this.json = json;
  }

  /**
   * The address of a configuration.
   *
   * @param config {@code projects/P/locations/L/rankingConfigs/default_ranking_config}
   */
  static URI address(String config) {
    if (!CONFIG.matcher(config).matches()) {
      throw new IllegalStateException(
          "RERANKER must be projects/P/locations/L/rankingConfigs/C, not " + config);
    }
    return URI.create("https://discoveryengine.googleapis.com/v1/" + config + ":rank");
  }

  @Override
  public List<Double> judge(String question, List<Judged> passages) {
    if (System.nanoTime() - restUntil.get() < 0) {
      throw new RerankerUnavailableException("resting");
    }
    try {
      return ask(question, passages);
    } catch (RerankerUnavailableException e) {
      restUntil.set(System.nanoTime() + REST.toNanos());
      throw e;
    }
  }

  private List<Double> ask(String question, List<Judged> passages) {
    String access =
        token.get().orElseThrow(() -> new RerankerUnavailableException("no access token"));
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + access)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(body(question, passages)))
            .build();
    CompletableFuture<HttpResponse<String>> asked =
        http.sendAsync(request, BodyHandlers.ofString());
    try {
      HttpResponse<String> answer = asked.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (answer.statusCode() != 200) {
        throw new RerankerUnavailableException("the ranking API answered " + answer.statusCode());
      }
      return scores(json.readTree(answer.body()).path("records"), passages.size());
    } catch (TimeoutException e) {
      asked.cancel(true);
      throw new RerankerUnavailableException("too slow", e);
    } catch (ExecutionException | JacksonException e) {
      throw new RerankerUnavailableException("the ranking API did not answer", e);
    } catch (InterruptedException e) {
      asked.cancel(true);
      Thread.currentThread().interrupt();
      throw new RerankerUnavailableException("interrupted", e);
    }
  }

  private String body(String question, List<Judged> passages) {
    List<Map<String, String>> records = new ArrayList<>();
    for (Judged passage : passages) {
      records.add(
          Map.of(
              "id",
              Integer.toString(records.size()),
              "title",
              passage.title(),
              "content",
              passage.text()));
    }
    return json.writeValueAsString(
        Map.of(
            "model", model,
            "query", question,
            "topN", records.size(),
            "ignoreRecordDetailsInResponse", true,
            "records", records));
  }

  /** They come best first, under the ids that they were given; a score of 0 is left out. */
  private static List<Double> scores(JsonNode records, int passages) {
    Double[] scores = new Double[passages];
    for (JsonNode record : records) {
      int id = record.path("id").asInt(-1);
      if (id < 0 || id >= passages) {
        throw new RerankerUnavailableException("the ranking API judged something else");
      }
      scores[id] = record.path("score").asDouble(0);
    }
    List<Double> all = Arrays.asList(scores);
    if (all.contains(null)) {
      throw new RerankerUnavailableException("the ranking API judged too few");
    }
    return all;
  }
}
