package app.madang.models.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Secret Manager's REST interface (v1), as far as it is used, with its errors. */
final class VaultStandIn implements AutoCloseable {

  static final String TOKEN = "ya29.stand-in";

  private static final String PROJECT = "projects/madang-test";

  private final JsonMapper json = new JsonMapper();
  private final HttpServer server;
  final Map<String, List<byte[]>> secrets = new ConcurrentHashMap<>();
  final List<String> calls = new CopyOnWriteArrayList<>();
  final List<String> made = new CopyOnWriteArrayList<>();
  volatile int failing;
  volatile boolean garbling;

  VaultStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString().substring("/v1/".length());
      calls.add(exchange.getRequestMethod() + " " + path);
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (failing != 0) {
        error(exchange, failing, failing == 429 ? "RESOURCE_EXHAUSTED" : "ERROR");
      } else if (!("Bearer " + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        error(exchange, 401, "UNAUTHENTICATED");
      } else if (!path.startsWith(PROJECT + "/secrets")) {
        error(exchange, 404, "NOT_FOUND");
      } else {
        answer(exchange, path.substring((PROJECT + "/secrets").length()), body);
      }
    }
  }

  private void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
    if (path.startsWith("?secretId=")) {
      String id = path.substring("?secretId=".length());
      made.add(new String(body, StandardCharsets.UTF_8));
      if (secrets.putIfAbsent(id, new ArrayList<>()) != null) {
        error(exchange, 409, "ALREADY_EXISTS");
        return;
      }
      send(exchange, 200, Map.of("name", PROJECT + "/secrets/" + id));
      return;
    }
    String secret = path.substring(1).split("[/:]")[0];
    List<byte[]> versions = secrets.get(secret);
    if (versions == null) {
      error(exchange, 404, "NOT_FOUND");
    } else if (path.endsWith(":addVersion")) {
      add(exchange, secret, versions, json.readTree(body).path("payload"));
    } else if (path.endsWith(":access")) {
      String number = path.replaceAll(".*/versions/(\\w+):access", "$1");
      int index = number.equals("latest") ? versions.size() : Integer.parseInt(number);
      read(exchange, secret, index, versions.get(index - 1));
    } else {
      secrets.remove(secret);
      send(exchange, 200, Map.of());
    }
  }

  private void add(HttpExchange exchange, String secret, List<byte[]> versions, JsonNode payload)
      throws IOException {
    byte[] value = Base64.getDecoder().decode(payload.path("data").asString());
    if (!payload.path("dataCrc32c").asString().equals(sum(value))) {
      error(exchange, 400, "INVALID_ARGUMENT");
      return;
    }
    versions.add(value);
    send(exchange, 200, Map.of("name", version(secret, versions.size()), "state", "ENABLED"));
  }

  private void read(HttpExchange exchange, String secret, int number, byte[] value)
      throws IOException {
    String data = Base64.getEncoder().encodeToString(garbling ? new byte[] {1} : value);
    send(
        exchange,
        200,
        Map.of(
            "name",
            version(secret, number),
            "payload",
            Map.of("data", data, "dataCrc32c", sum(value))));
  }

  private static String version(String secret, int number) {
    // Google answers with the project's number
    return PROJECT + "/secrets/" + secret + "/versions/" + number;
  }

  private static String sum(byte[] value) {
    CRC32C sum = new CRC32C();
    sum.update(value);
    return Long.toString(sum.getValue());
  }

  private void error(HttpExchange exchange, int code, String status) throws IOException {
    send(
        exchange,
        code,
        Map.of("error", Map.of("code", code, "message", "in words", "status", status)));
  }

  private void send(HttpExchange exchange, int code, Object body) throws IOException {
    byte[] bytes = tree(body).toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private JsonNode tree(Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode node = json.createObjectNode();
      map.forEach((key, inner) -> node.set(key.toString(), tree(inner)));
      return node;
    }
    return value instanceof Integer number
        ? json.getNodeFactory().numberNode(number)
        : json.getNodeFactory().stringNode(value.toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
