package app.madang.functions.publishing;

import app.madang.runtime.ProblemException;
import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.PinnedSockets;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.runtime.outbound.WebDoor;
import app.madang.toolbox.RemoteTool;
import app.madang.toolbox.RemoteTools;
import app.madang.toolbox.ToolAction;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tools of an MCP server as actions, pinned as they are now. All count as writing, whatever the
 * server says. A tool that cannot be held to its schema is left out.
 */
final class McpTools {

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int LONGEST_DESCRIPTION = 4_000;

  /** Names of other schemas, and a stranger's regular expressions, which may never end. */
  private static final Set<String> LEFT_OUT =
      Set.of("pattern", "patternProperties", "definitions", "x-mcp-header");

  private final JsonMapper json;
  private final boolean privateAllowed;

  McpTools(JsonMapper json, boolean privateAllowed) {
    this.json = json;
    this.privateAllowed = privateAllowed;
  }

  /**
   * Asks a server for its tools.
   *
   * @param headers the source's secret, when it has one
   * @throws ProblemException at {@code baseUrl} when it does not answer well
   */
  List<ToolAction> actions(UUID source, String name, URI address, Map<String, String> headers) {
    try (PinnedSockets sockets =
            new PinnedSockets(
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                privateAllowed ? PublicAddress::orPrivate : PublicAddress::is,
                InetAddress::getAllByName);
        RemoteTools server =
            RemoteTools.at(new WebDoor(sockets), address, headers, LIMIT, RemoteTools.MODERN)) {
      ActionNames names = new ActionNames();
      List<ToolAction> actions = new ArrayList<>();
      for (RemoteTool tool : server.list()) {
        ObjectNode schema = schema(tool);
        if (schema != null) {
          actions.add(pinned(source, name, address, names, tool, schema, server.version()));
        }
      }
      if (actions.isEmpty()) {
        throw ProblemException.field("baseUrl", Words.of("mcp.none"));
      }
      return actions;
    } catch (OutboundRefused e) {
      throw ProblemException.field(
          "baseUrl",
          Words.of(
              switch (e.code()) {
                case "private_address" -> "address.private";
                case "redirect" -> "mcp.redirect";
                case "unauthorized" -> "mcp.unauthorized";
                case "too_large" -> "mcp.large";
                default -> "mcp.unreachable";
              }));
    }
  }

  private ToolAction pinned(
      UUID source,
      String name,
      URI address,
      ActionNames names,
      RemoteTool tool,
      ObjectNode schema,
      String version) {
    Map<String, String> places = new TreeMap<>();
    schema.path("properties").propertyNames().forEach(each -> places.put(each, "tool"));
    String told = tool.description();
    return new ToolAction(
            UUID.randomUUID(),
            source,
            name,
            names.free(tool.name()),
            told == null ? null : told.substring(0, Math.min(LONGEST_DESCRIPTION, told.length())),
            "MCP",
            address.toString(),
            tool.name(),
            json.writeValueAsString(schema),
            places,
            true,
            List.of(),
            "",
            new ToolAction.McpPin(version, tool.readOnlyHint(), tool.hash()))
        .hashed();
  }

  private @Nullable ObjectNode schema(RemoteTool tool) {
    try {
      JsonNode whole = new WholeSchemas(json, tool.schema()).copy(tool.schema());
      ObjectNode plain = (ObjectNode) plain(whole);
      plain.put("type", "object");
      return json.writeValueAsString(plain).length() > WholeSchemas.LONGEST ? null : plain;
    } catch (ProblemException e) {
      return null;
    }
  }

  /** Without what only its author needs; the server itself is strict about the rest. */
  private JsonNode plain(JsonNode schema) {
    if (schema.isArray()) {
      ArrayNode copy = json.createArrayNode();
      schema.forEach(each -> copy.add(plain(each)));
      return copy;
    }
    if (!schema.isObject()) {
      return schema;
    }
    ObjectNode copy = json.createObjectNode();
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      String key = each.getKey();
      if (key.equals("properties") && each.getValue().isObject()) {
        ObjectNode named = copy.putObject(key);
        each.getValue().properties().forEach(p -> named.set(p.getKey(), plain(p.getValue())));
      } else if (!key.startsWith("$") && !LEFT_OUT.contains(key)) {
        copy.set(key, plain(each.getValue()));
      }
    }
    return copy;
  }
}
