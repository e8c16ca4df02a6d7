package app.madang.toolbox;

import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.WebAnswer;
import app.madang.runtime.outbound.WebDoor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of somebody's MCP server, over guarded connections: revision 2026-07-28, in which each
 * request stands alone, and the earlier ones that begin with {@code initialize}. Nothing is offered
 * to the server, and redirects are not followed.
 */
public final class RemoteTools implements AutoCloseable {

  /** In which requests need no session. */
  public static final String MODERN = "2026-07-28";

  private static final List<String> EARLIER = List.of("2025-11-25", "2025-06-18", "2025-03-26");
  private static final String META = "io.modelcontextprotocol/";
  private static final int MOST_TOOLS = 200;
  private static final int MOST_PAGES = 20;
  private static final int LIST_BYTES = 1 << 20;
  private static final int RESULT_BYTES = 256 << 10;
  private static final Duration FAREWELL = Duration.ofSeconds(1);
  private static final JsonMapper JSON = new JsonMapper();

  private final WebDoor door;
  private final URI address;
  private final Map<String, String> own;
  private final long until;
  private String version = MODERN;
  private @Nullable String session;
  private @Nullable JsonNode firstPage;
  private int messages;

  private RemoteTools(WebDoor door, URI address, Map<String, String> own, Duration limit) {
    this.door = door;
    this.address = address;
    this.own = Map.copyOf(own);
    this.until = System.nanoTime() + limit.toNanos();
  }

  /**
   * Finds out which revision a server speaks.
   *
   * @param own headers of the source's own, such as its secret
   * @param limit for all that is asked
   * @param known what it spoke last; the other is tried when that fails
   * @throws OutboundRefused when it cannot be reached, or is no such server
   */
  public static RemoteTools at(
      WebDoor door, URI address, Map<String, String> own, Duration limit, String known) {
    RemoteTools tools = new RemoteTools(door, address, own, limit);
    boolean agreed =
        known.equals(MODERN)
            ? tools.listsAtOnce() || tools.initializes()
            : tools.initializes() || tools.listsAtOnce();
    if (!agreed) {
      throw new OutboundRefused("not_mcp");
    }
    return tools;
  }

  /**
   * What a call brought.
   *
   * @param wrong whether the server says that it failed
   * @param text what it said in words; pictures and sounds are named only
   */
  public record Result(boolean wrong, String text) {}

  /** The revision that is spoken. */
  public String version() {
    return version;
  }

  /** The tools that are there now; of two that have one name neither. */
  public List<RemoteTool> list() {
    List<JsonNode> found = new ArrayList<>();
    JsonNode page = firstPage == null ? page("") : firstPage;
    for (int pages = 1; ; pages++) {
      if (!page.path("tools").isArray()) {
        throw new OutboundRefused("not_mcp");
      }
      page.path("tools").forEach(found::add);
      String next = page.path("nextCursor").asString("");
      if (found.size() > MOST_TOOLS || pages == MOST_PAGES) {
        throw new OutboundRefused("too_large");
      }
      if (next.isEmpty()) {
        break;
      }
      page = page(next);
    }
    Set<String> once = new HashSet<>();
    Set<String> twice = new HashSet<>();
    for (JsonNode each : found) {
      String name = each.path("name").asString("");
      if (!once.add(name)) {
        twice.add(name);
      }
    }
    return found.stream()
        .map(RemoteTool::of)
        .flatMap(Optional::stream)
        .filter(tool -> !twice.contains(tool.name()))
        .toList();
  }

  /** Calls a tool that {@link #list} told of. */
  public Result call(RemoteTool tool, JsonNode arguments) {
    ObjectNode params = JSON.createObjectNode().put("name", tool.name());
    params.set("arguments", arguments);
    Map<String, String> headers = new LinkedHashMap<>();
    if (version.equals(MODERN)) {
      headers.put("Mcp-Name", encoded(tool.name()));
      tool.mirrored()
          .forEach(
              (header, path) -> {
                JsonNode value = arguments;
                for (String key : path) {
                  value = value.path(key);
                }
                if (value.isValueNode() && !value.isNull()) {
                  headers.put(header, encoded(value.asString()));
                }
              });
    }
    JsonNode message = ask("tools/call", params, headers, RESULT_BYTES);
    if (message.has("error")) {
      return new Result(true, message.path("error").path("message").asString(""));
    }
    JsonNode result = message.path("result");
    if (!result.isObject() || !result.path("resultType").asString("complete").equals("complete")) {
      // or it wants to be asked more by a client that said it answers nothing
      throw new OutboundRefused("not_mcp");
    }
    return new Result(result.path("isError").asBoolean(false), words(result));
  }

  private static String words(JsonNode result) {
    List<String> said = new ArrayList<>();
    for (JsonNode part : result.path("content")) {
      String type = part.path("type").asString("");
      said.add(
          switch (type) {
            case "text" -> part.path("text").asString("");
            case "resource" ->
                part.path("resource")
                    .path("text")
                    .asString("(" + part.path("resource").path("uri").asString(type) + ")");
            case "resource_link" -> part.path("uri").asString("");
            default -> "(" + type + ")";
          });
    }
    return said.isEmpty() && result.has("structuredContent")
        ? result.path("structuredContent").toString()
        : String.join("\n", said);
  }

  private boolean listsAtOnce() {
    version = MODERN;
    JsonNode page = page("");
    boolean listed = page.path("tools").isArray();
    firstPage = listed ? page : null;
    return listed;
  }

  private boolean initializes() {
    // what is said before the version is agreed carries none
    version = "";
    ObjectNode params = JSON.createObjectNode().put("protocolVersion", EARLIER.getFirst());
    params.putObject("capabilities");
    params.set("clientInfo", self());
    JsonNode agreed = ask("initialize", params, Map.of(), RESULT_BYTES).path("result");
    String said = agreed.path("protocolVersion").asString("");
    if (!EARLIER.contains(said)) {
      return false;
    }
    version = said;
    ObjectNode told = JSON.createObjectNode().put("jsonrpc", "2.0");
    send(told.put("method", "notifications/initialized"), Map.of(), RESULT_BYTES, new McpReply(0));
    return true;
  }

  private JsonNode page(String cursor) {
    ObjectNode params = JSON.createObjectNode();
    if (!cursor.isEmpty()) {
      params.put("cursor", cursor);
    }
    return ask("tools/list", params, Map.of(), LIST_BYTES).path("result");
  }

  /** The message that answers, a result or an error; missing when nothing of the kind came. */
  private JsonNode ask(
      String method, ObjectNode params, Map<String, String> headers, int mostBytes) {
    int id = ++messages;
    ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("id", id);
    message.put("method", method).set("params", params);
    Map<String, String> said = new LinkedHashMap<>(headers);
    if (version.equals(MODERN)) {
      ObjectNode meta = params.putObject("_meta").put(META + "protocolVersion", MODERN);
      meta.set(META + "clientInfo", self());
      meta.putObject(META + "clientCapabilities");
      said.put("Mcp-Method", method);
    }
    McpReply reply = new McpReply(id);
    WebAnswer answer = send(message, said, mostBytes, reply);
    if (method.equals("initialize")) {
      session =
          Optional.ofNullable(answer.header("mcp-session-id"))
              .filter(token -> token.matches("[!-~]{1,512}"))
              .orElse(null);
    }
    return reply.message();
  }

  private WebAnswer send(
      ObjectNode message, Map<String, String> headers, int mostBytes, McpReply into) {
    Map<String, String> said = said();
    said.putAll(headers);
    said.put("Content-Type", "application/json");
    byte[] bytes = JSON.writeValueAsBytes(message);
    WebAnswer answer = door.call("POST", address, said, bytes, left(), mostBytes, into);
    switch (answer.status()) {
      case 301, 302, 303, 307, 308 -> throw new OutboundRefused("redirect");
      case 401, 403 -> throw new OutboundRefused("unauthorized");
      default -> {
        return answer;
      }
    }
  }

  private Map<String, String> said() {
    Map<String, String> said = new LinkedHashMap<>(own);
    said.put("Accept", "application/json, text/event-stream");
    said.put("User-Agent", "Madang");
    if (!version.isEmpty()) {
      said.put("MCP-Protocol-Version", version);
    }
    if (session != null) {
      said.put("Mcp-Session-Id", session);
    }
    return said;
  }

  private Duration left() {
    long left = until - System.nanoTime();
    if (left < 1_000_000) {
      throw new OutboundRefused("unreachable");
    }
    return Duration.ofNanos(left);
  }

  private static ObjectNode self() {
    return JSON.createObjectNode().put("name", "madang").put("version", "1");
  }

  /** As the protocol puts a value into a header, whatever is in it. */
  private static String encoded(String value) {
    boolean plain = value.matches("[!-~]([ -~]*[!-~])?") && !value.startsWith("=?base64?");
    return plain
        ? value
        : "=?base64?"
            + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))
            + "?=";
  }

  /** Ends the session, where the server keeps one. */
  @Override
  public void close() {
    if (session == null) {
      return;
    }
    try {
      door.call("DELETE", address, said(), null, FAREWELL, RESULT_BYTES, new McpReply(0));
    } catch (OutboundRefused e) {
      // it forgets by itself then
    }
  }
}
