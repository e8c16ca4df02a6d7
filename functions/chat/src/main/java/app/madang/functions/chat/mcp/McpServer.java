package app.madang.functions.chat.mcp;

import app.madang.runtime.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The protocol's words, without a session: revision 2026-07-28, in which each request says who asks
 * and in which version, and the earlier ones that begin with {@code initialize}. Which of them is
 * meant is seen by each request itself (modelcontextprotocol.io/specification/2026-07-28).
 */
final class McpServer {

  private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);

  static final String MODERN = "2026-07-28";

  /** Those that begin with {@code initialize}, newest first. */
  private static final List<String> LEGACY = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  private static final String META = "io.modelcontextprotocol/";
  private static final int PARSE = -32_700;
  private static final int INVALID = -32_600;
  private static final int UNKNOWN = -32_601;
  private static final int PARAMS = -32_602;
  private static final int INTERNAL = -32_603;
  private static final int MISMATCH = -32_020;
  private static final int VERSION = -32_022;
  private static final int TOOLS_FRESH_MILLIS = 60_000;
  private static final int SELF_FRESH_MILLIS = 3_600_000;

  private final Map<String, McpTool> tools = new LinkedHashMap<>();
  private final McpShelf shelf;
  private final JsonMapper json;

  McpServer(List<McpTool> tools, McpShelf shelf, JsonMapper json) {
    this.shelf = shelf;
    tools.forEach(tool -> this.tools.put(tool.name(), tool));
    this.json = json;
  }

  /** The answer to a message; none to a notification. */
  Optional<McpReply> answer(JsonNode message, McpHeaders headers, McpCaller caller) {
    JsonNode id = message.path("id");
    String version = headers.version();
    JsonNode meta = message.path("params").path("_meta");
    JsonNode said = meta.path(META + "protocolVersion");
    String asked = said.isString() ? said.stringValue() : version;
    if (asked != null && !asked.equals(MODERN) && !LEGACY.contains(asked)) {
      return Optional.of(unsupported(id, asked));
    }
    if (!message.isObject() || !message.path("jsonrpc").asString("").equals("2.0")) {
      return Optional.of(error(null, INVALID, "Invalid Request"));
    }
    if (id.isMissingNode()) {
      return Optional.empty();
    }
    if (!message.path("method").isString() || !(id.isString() || id.isIntegralNumber())) {
      return Optional.of(error(null, INVALID, "Invalid Request"));
    }
    String method = message.path("method").stringValue();
    return Optional.of(
        MODERN.equals(version) || said.isString()
            ? modern(id, method, message.path("params"), headers, caller)
            : legacy(id, method, message.path("params"), caller));
  }

  private McpReply modern(
      JsonNode id, String method, JsonNode params, McpHeaders headers, McpCaller caller) {
    JsonNode meta = params.path("_meta");
    String said = meta.path(META + "protocolVersion").asString("");
    if (said.isEmpty() || !meta.path(META + "clientCapabilities").isObject()) {
      return new McpReply(
          400, error(id, PARAMS, "protocolVersion and clientCapabilities must be in _meta").body());
    }
    if (!said.equals(headers.version())
        || !method.equals(headers.method())
        || method.equals("tools/call")
            && !params.path("name").asString("").equals(headers.name())) {
      return new McpReply(
          400, error(id, MISMATCH, "The headers do not say what the body says").body());
    }
    if (!said.equals(MODERN)) {
      return unsupported(id, said);
    }
    return switch (method) {
      case "server/discover" -> told(id, discovered(), SELF_FRESH_MILLIS, "public");
      case "tools/list" -> listed(id, params);
      case "tools/call" -> called(id, params, caller);
      default -> new McpReply(404, error(id, UNKNOWN, "Method not found").body());
    };
  }

  private McpReply called(JsonNode id, JsonNode params, McpCaller caller) {
    McpReply reply = call(id, params, caller);
    return reply.body().path("result") instanceof ObjectNode result
        ? result(id, complete(result))
        : reply;
  }

  private McpReply listed(JsonNode id, JsonNode params) {
    McpReply reply = list(id, params);
    return reply.body().path("result") instanceof ObjectNode result
        ? told(id, result, TOOLS_FRESH_MILLIS, "private")
        : reply;
  }

  private McpReply told(JsonNode id, ObjectNode result, int freshMillis, String scope) {
    return result(id, complete(result).put("ttlMs", freshMillis).put("cacheScope", scope));
  }

  private ObjectNode complete(ObjectNode result) {
    result.put("resultType", "complete");
    ObjectNode self = result.putObject("_meta").putObject(META + "serverInfo");
    self.put("name", "madang").put("title", "Madang").put("version", "1");
    return result;
  }

  private ObjectNode discovered() {
    ObjectNode result = json.createObjectNode();
    result.putArray("supportedVersions").add(MODERN);
    result.putObject("capabilities").putObject("tools");
    return result.put("instructions", INSTRUCTIONS);
  }

  private McpReply legacy(JsonNode id, String method, JsonNode params, McpCaller caller) {
    return switch (method) {
      case "initialize" -> result(id, initialized(params));
      case "ping" -> result(id, json.createObjectNode());
      case "tools/list" -> list(id, params);
      case "tools/call" -> call(id, params, caller);
      default -> error(id, UNKNOWN, "Method not found");
    };
  }

  McpReply unreadable() {
    return new McpReply(400, error(null, PARSE, "Parse error").body());
  }

  private static final String INSTRUCTIONS =
      "Searches the company documents that the caller may read, and answers from them with"
          + " citations. Tools whose names begin with tool_ were made in the company for a purpose.";

  private ObjectNode initialized(JsonNode params) {
    String asked = params.path("protocolVersion").asString("");
    ObjectNode result = json.createObjectNode();
    result.put("protocolVersion", LEGACY.contains(asked) ? asked : LEGACY.getFirst());
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "madang").put("title", "Madang").put("version", "1");
    return result.put("instructions", INSTRUCTIONS);
  }

  /** The platform's own first, then those that the caller may use. */
  private McpReply list(JsonNode id, JsonNode params) {
    JsonNode asked = params.path("cursor");
    String cursor = asked.isString() ? asked.stringValue() : null;
    McpShelf.Page page;
    try {
      page = shelf.page(cursor);
    } catch (ProblemException e) {
      return error(id, PARAMS, "Unknown cursor");
    }
    ObjectNode result = json.createObjectNode();
    var list = result.putArray("tools");
    if (cursor == null) {
      tools.values().forEach(tool -> describe(tool, list.addObject()));
    }
    page.tools().forEach(tool -> describe(tool, list.addObject()));
    if (page.next() != null) {
      result.put("nextCursor", page.next());
    }
    return result(id, result);
  }

  private void describe(McpTool tool, ObjectNode node) {
    node.put("name", tool.name()).put("description", tool.description());
    if (!tool.title().isEmpty()) {
      node.put("title", tool.title());
    }
    node.set("inputSchema", json.readTree(tool.inputSchema()));
    node.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
  }

  private McpReply call(JsonNode id, JsonNode params, McpCaller caller) {
    String name = params.path("name").asString("");
    Optional<McpTool> found = Optional.ofNullable(tools.get(name)).or(() -> shelf.find(name));
    if (found.isEmpty()) {
      return error(id, PARAMS, "Unknown tool");
    }
    McpTool tool = found.get();
    try {
      return result(id, content(tool.call(params.path("arguments"), caller), false));
    } catch (IllegalArgumentException e) {
      return error(id, PARAMS, String.valueOf(e.getMessage()));
    } catch (ProblemException e) {
      // what a model can mend or tell is a result, not a failure of the protocol
      return result(id, content(told(e), true));
    } catch (RuntimeException e) {
      LOG.error("Tool {} failed", tool.name(), e);
      return error(id, INTERNAL, "Internal error");
    }
  }

  /** With what is wrong of which argument, a line each. */
  private static String told(ProblemException e) {
    return Stream.concat(
            Stream.of(e.code().code()),
            e.errors().stream().map(wrong -> wrong.field() + ": " + wrong.message()))
        .collect(Collectors.joining("\n"));
  }

  private ObjectNode content(String text, boolean wrong) {
    ObjectNode result = json.createObjectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    result.put("isError", wrong);
    return result;
  }

  private McpReply result(JsonNode id, ObjectNode result) {
    ObjectNode answer = json.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id);
    answer.set("result", result);
    return new McpReply(200, answer);
  }

  private McpReply unsupported(JsonNode id, String asked) {
    McpReply reply = error(id.isMissingNode() ? null : id, VERSION, "Unsupported protocol version");
    ObjectNode data = ((ObjectNode) reply.body().path("error")).putObject("data");
    var supported = data.putArray("supported").add(MODERN);
    LEGACY.forEach(supported::add);
    data.put("requested", asked);
    return new McpReply(400, reply.body());
  }

  private McpReply error(@Nullable JsonNode id, int code, String text) {
    ObjectNode answer = json.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id == null ? json.getNodeFactory().nullNode() : id);
    answer.putObject("error").put("code", code).put("message", text);
    return new McpReply(200, answer);
  }
}
