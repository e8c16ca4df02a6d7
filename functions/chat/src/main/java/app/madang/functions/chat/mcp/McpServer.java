package app.madang.functions.chat.mcp;

import app.madang.runtime.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The protocol's words (modelcontextprotocol.io/specification/2025-11-25), without a session. */
final class McpServer {

  private static final Logger LOG = LoggerFactory.getLogger(McpServer.class);

  /** Newest first. */
  private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");

  private static final int PARSE = -32_700;
  private static final int INVALID = -32_600;
  private static final int UNKNOWN = -32_601;
  private static final int PARAMS = -32_602;
  private static final int INTERNAL = -32_603;

  private final Map<String, McpTool> tools = new LinkedHashMap<>();
  private final JsonMapper json;

  McpServer(List<McpTool> tools, JsonMapper json) {
    tools.forEach(tool -> this.tools.put(tool.name(), tool));
    this.json = json;
  }

  /** Whether a protocol version may stand in a request's header. */
  static boolean knows(String version) {
    return Set.copyOf(VERSIONS).contains(version);
  }

  /** The answer to a message; none to a notification. */
  Optional<ObjectNode> answer(JsonNode message) {
    if (!message.isObject() || !message.path("jsonrpc").asString("").equals("2.0")) {
      return Optional.of(error(null, INVALID, "Invalid Request"));
    }
    JsonNode id = message.path("id");
    if (id.isMissingNode()) {
      return Optional.empty();
    }
    if (!message.path("method").isString()) {
      return Optional.of(error(id, INVALID, "Invalid Request"));
    }
    return Optional.of(
        switch (message.path("method").stringValue()) {
          case "initialize" -> result(id, initialized(message.path("params")));
          case "ping" -> result(id, json.createObjectNode());
          case "tools/list" -> result(id, list());
          case "tools/call" -> call(id, message.path("params"));
          default -> error(id, UNKNOWN, "Method not found");
        });
  }

  ObjectNode unreadable() {
    return error(null, PARSE, "Parse error");
  }

  private ObjectNode initialized(JsonNode params) {
    String asked = params.path("protocolVersion").asString("");
    ObjectNode result = json.createObjectNode();
    result.put("protocolVersion", VERSIONS.contains(asked) ? asked : VERSIONS.getFirst());
    result.putObject("capabilities").putObject("tools");
    result.putObject("serverInfo").put("name", "madang").put("title", "Madang").put("version", "1");
    result.put(
        "instructions",
        "Searches the company documents that the caller may read, and answers from them with"
            + " citations.");
    return result;
  }

  private ObjectNode list() {
    ObjectNode result = json.createObjectNode();
    var list = result.putArray("tools");
    for (McpTool tool : tools.values()) {
      ObjectNode node = list.addObject();
      node.put("name", tool.name()).put("description", tool.description());
      node.set("inputSchema", json.readTree(tool.inputSchema()));
      node.putObject("annotations").put("readOnlyHint", true).put("openWorldHint", false);
    }
    return result;
  }

  private ObjectNode call(JsonNode id, JsonNode params) {
    McpTool tool = tools.get(params.path("name").asString(""));
    if (tool == null) {
      return error(id, PARAMS, "Unknown tool");
    }
    try {
      return result(id, content(tool.call(params.path("arguments")), false));
    } catch (IllegalArgumentException e) {
      return error(id, PARAMS, String.valueOf(e.getMessage()));
    } catch (ProblemException e) {
      // what a model can mend or tell is a result, not a failure of the protocol
      return result(id, content(e.code().code(), true));
    } catch (RuntimeException e) {
      LOG.error("Tool {} failed", tool.name(), e);
      return error(id, INTERNAL, "Internal error");
    }
  }

  private ObjectNode content(String text, boolean wrong) {
    ObjectNode result = json.createObjectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    result.put("isError", wrong);
    return result;
  }

  private ObjectNode result(JsonNode id, ObjectNode result) {
    ObjectNode answer = json.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id);
    answer.set("result", result);
    return answer;
  }

  private ObjectNode error(@org.jspecify.annotations.Nullable JsonNode id, int code, String text) {
    ObjectNode answer = json.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", id == null ? json.getNodeFactory().nullNode() : id);
    answer.putObject("error").put("code", code).put("message", text);
    return answer;
  }
}
