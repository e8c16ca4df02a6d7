package app.madang.functions.ingestion.ocr;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Document AI's REST interface (v1), as far as it is used: answers what it is told to. */
final class DocumentAiStandIn implements AutoCloseable {

  static final String PROCESSOR = "projects/madang-test/locations/eu/processors/abc123";
  static final String TOKEN = "ya29.stand-in";

  /** As recorded, with the fields of the mask: offsets are strings, and 0 is left out. */
  static final String ANSWER =
      """
      {"document": {"text": "연차 규정\\n연차는 15일이며 다음 해로 이\\n월되지 않는다.\\n",
        "pages": [{"pageNumber": 1, "paragraphs": [
          {"layout": {"textAnchor": {"textSegments": [{"endIndex": "6"}]}, "confidence": 0.98}},
          {"layout": {"textAnchor": {"textSegments": [{"startIndex": "6", "endIndex": "34"}]}, "confidence": 0.97}}]}]}}
      """;

  final List<JsonNode> requests = new CopyOnWriteArrayList<>();
  final Queue<Integer> failures = new ArrayDeque<>();
  private final HttpServer server;

  DocumentAiStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/v1/" + PROCESSOR + ":process", this::serve);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/" + PROCESSOR + ":process");
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
      Integer failure = failures.poll();
      boolean known =
          ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
      int status = failure != null ? failure : known ? 200 : 401;
      byte[] body =
          (status == 200 ? ANSWER : "{\"error\": {\"code\": " + status + "}}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
