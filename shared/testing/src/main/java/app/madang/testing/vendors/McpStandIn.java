package app.madang.testing.vendors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody's MCP server for tests, over real HTTP: of revision 2026-07-28 with plain JSON, or of
 * 2025-11-25 with sessions and answers in event streams that stay open. Lists come one tool a page.
 */
public final class McpStandIn implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String SESSION = "s-1";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final boolean modern;
  private volatile List<String> tools = List.of();
  private volatile String reply = "{}";
  private volatile int status = 200;

  /** Starts at a free port of this machine. */
  public McpStandIn(boolean modern) {
    this.modern = modern;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/mcp", this::serve);
    server.start();
  }

  /** Its host and port. */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://" + host() + "/mcp");
  }

  /** From now on it has these tools, definitions in JSON. */
  public void offers(String... definitions) {
    tools = List.of(definitions);
  }

  /** From now on calls are answered by this: {@code "result":…} or {@code "error":…}. */
  public void answers(String member) {
    reply = member;
    status = 200;
  }

  /** From now on every request gets this status and no answer. */
  public void fails(int code) {
    status = code;
  }

  /** What came, oldest first: method, tool and arguments, key, session and mirrored region. */
  public Queue<String> seen() {
    return seen;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      JsonNode message = JSON.readTree(body);
      String method = message.path("method").asString(exchange.getRequestMethod());
      String session = exchange.getRequestHeaders().getFirst("Mcp-Session-Id");
      seen.add(
          String.join(
              " ",
              method,
              message.path("params").path("name").asString("-"),
              String.valueOf(message.path("params").path("arguments")),
              "key=" + exchange.getRequestHeaders().getFirst("Authorization"),
              "session=" + session,
              "region=" + exchange.getRequestHeaders().getFirst("Mcp-Param-Region")));
      if (status != 200) {
        exchange.getResponseHeaders().add("Location", "/mcp/elsewhere");
        exchange.sendResponseHeaders(status, -1);
      } else if (!message.has("id")) {
        exchange.sendResponseHeaders(202, -1);
      } else if (!fits(exchange, method, message, session)) {
        send(exchange, 400, error(message, "Bad Request: not of this revision"));
      } else {
        answer(exchange, method, message);
      }
    }
  }

  /** What the revision asks of each request. */
  private boolean fits(HttpExchange exchange, String method, JsonNode message, String session) {
    String version = String.valueOf(exchange.getRequestHeaders().getFirst("MCP-Protocol-Version"));
    String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept"));
    if (!accepted.contains("application/json") || !accepted.contains("text/event-stream")) {
      return false;
    }
    if (!modern) {
      return method.equals("initialize") || SESSION.equals(session) && version.equals("2025-11-25");
    }
    JsonNode params = message.path("params");
    String said = params.path("_meta").path("io.modelcontextprotocol/protocolVersion").asString("");
    String name = params.path("name").asString("");
    return version.equals("2026-07-28")
        && said.equals(version)
        && method.equals(exchange.getRequestHeaders().getFirst("Mcp-Method"))
        && (name.isEmpty()
            || name.equals(decoded(exchange.getRequestHeaders().getFirst("Mcp-Name"))));
  }

  /** Words outside of ASCII come as base64. */
  private static String decoded(String header) {
    String said = String.valueOf(header);
    return said.startsWith("=?base64?") && said.endsWith("?=")
        ? new String(
            Base64.getDecoder().decode(said.substring(9, said.length() - 2)),
            StandardCharsets.UTF_8)
        : said;
  }

  private void answer(HttpExchange exchange, String method, JsonNode message) throws IOException {
    switch (method) {
      case "initialize" -> {
        exchange.getResponseHeaders().add("Mcp-Session-Id", SESSION);
        send(
            exchange,
            200,
            result(
                message,
                "\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{\"tools\":{}},"
                    + "\"serverInfo\":{\"name\":\"stand-in\",\"version\":\"1\"}}"));
      }
      case "tools/list" -> {
        int page = message.path("params").path("cursor").asInt(0);
        String next = page + 1 < tools.size() ? ",\"nextCursor\":\"" + (page + 1) + "\"" : "";
        String listed = tools.isEmpty() ? "" : tools.get(page);
        send(exchange, 200, result(message, "\"result\":{\"tools\":[" + listed + "]" + next + "}"));
      }
      case "tools/call" -> send(exchange, 200, result(message, reply));
      default -> send(exchange, 404, error(message, "Method not found"));
    }
  }

  private static String result(JsonNode message, String member) {
    return "{\"jsonrpc\":\"2.0\",\"id\":" + message.path("id") + "," + member + "}";
  }

  private static String error(JsonNode message, String text) {
    ObjectNode error = JSON.createObjectNode().put("code", -32_600).put("message", text);
    return result(message, "\"error\":" + error);
  }

  private void send(HttpExchange exchange, int code, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (modern || code != 200) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(code, bytes.length);
      exchange.getResponseBody().write(bytes);
      return;
    }
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    String heard = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\",\"params\":{}}";
    out.write(
        (": hello\r\ndata: " + heard + "\r\n\r\nevent: message\r\ndata: ")
            .getBytes(StandardCharsets.UTF_8));
    // an event says each line of its data by itself
    out.write(text.replace("\n", "\r\ndata: ").getBytes(StandardCharsets.UTF_8));
    out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    try {
      // whoever waits for the end of the stream waits for ever
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
