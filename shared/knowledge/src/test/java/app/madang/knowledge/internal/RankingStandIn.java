package app.madang.knowledge.internal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Vertex AI's ranking API (v1 :rank) as documented: ids and scores, best first. It likes what has
 * its favourite word.
 */
final class RankingStandIn implements AutoCloseable {

  static final String CONFIG =
      "projects/madang-test/locations/global/rankingConfigs/default_ranking_config";
  static final String TOKEN = "ya29.stand-in";

  final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  volatile String favourite = "";
  volatile int status = 200;
  volatile int millis;
  volatile int judgesAtMost = 200;
  private final HttpServer server;

  RankingStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/" + CONFIG + ":rank", this::serve);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/" + CONFIG + ":rank");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
      requests.add(asked);
      pause();
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      int answered = known ? status : 401;
      byte[] body =
          JsonMapper.shared()
              .writeValueAsBytes(
                  answered == 200 ? answer(asked) : Map.of("error", Map.of("code", answered)));
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(answered, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private Map<String, Object> answer(JsonNode asked) {
    List<Map<String, Object>> records = new ArrayList<>();
    for (JsonNode record : asked.path("records")) {
      boolean liked =
          !favourite.isEmpty() && record.path("content").asString("").contains(favourite);
      records.add(Map.of("id", record.path("id").asString(), "score", liked ? 0.97 : 0.02));
    }
    records.sort(
        Comparator.comparingDouble((Map<String, Object> r) -> (double) r.getOrDefault("score", 0.0))
            .reversed());
    return Map.of("records", records.stream().limit(judgesAtMost).toList());
  }

  private void pause() {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
