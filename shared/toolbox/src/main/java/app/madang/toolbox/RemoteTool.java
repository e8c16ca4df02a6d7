package app.madang.toolbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tool as an MCP server defines it; all of it is the server's word.
 *
 * @param schema its {@code inputSchema}
 * @param readOnlyHint whether the server says that it only reads
 * @param mirrored headers that repeat an argument, and where that is among the arguments
 * @param hash of name, title, description, input schema and annotations
 */
public record RemoteTool(
    String name,
    @Nullable String description,
    ObjectNode schema,
    boolean readOnlyHint,
    Map<String, List<String>> mirrored,
    String hash) {

  private static final String MIRROR = "x-mcp-header";
  private static final int LONGEST_NAME = 128;
  private static final Set<String> PLAIN = Set.of("string", "integer", "boolean");
  private static final Set<String> VALUES = Set.of("const", "default", "enum", "examples");
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  /** A definition that can be called; none when it breaks the protocol's rules. */
  static Optional<RemoteTool> of(JsonNode definition) {
    String name = definition.path("name").asString("");
    Map<String, List<String>> mirrored = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || !(definition.path("inputSchema") instanceof ObjectNode schema)
        || !schema.path("type").asString("object").equals("object")
        || !mirrors(schema, List.of(), true, mirrored)) {
      return Optional.empty();
    }
    String description = definition.path("description").asString("").strip();
    return Optional.of(
        new RemoteTool(
            name,
            description.isEmpty() ? null : description,
            schema,
            definition.path("annotations").path("readOnlyHint").asBoolean(false),
            mirrored,
            hash(definition)));
  }

  /** The same for the same words, in whatever order an object's members come. */
  private static String hash(JsonNode definition) {
    ObjectNode pinned = SORTED.createObjectNode();
    for (String key : List.of("name", "title", "description", "inputSchema", "annotations")) {
      if (definition.has(key)) {
        pinned.set(key, definition.get(key));
      }
    }
    return ToolAction.sha256(SORTED.writeValueAsString(pinned));
  }

  /** Only plain values that lie under {@code properties} alone may be repeated in a header. */
  private static boolean mirrors(
      JsonNode schema, List<String> path, boolean reachable, Map<String, List<String>> found) {
    if (schema.isArray()) {
      return schema.valueStream().allMatch(each -> mirrors(each, path, false, found));
    }
    String header = schema.path(MIRROR).asString("");
    if (schema.has(MIRROR)
        && (!reachable
            || path.isEmpty()
            || !header.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60}")
            || !PLAIN.contains(schema.path("type").asString("").toLowerCase(Locale.ROOT))
            || found.put("Mcp-Param-" + header, path) != null)) {
      return false;
    }
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      if (each.getKey().equals("properties")) {
        for (Map.Entry<String, JsonNode> property : each.getValue().properties()) {
          List<String> deeper = new ArrayList<>(path);
          deeper.add(property.getKey());
          if (!mirrors(property.getValue(), deeper, reachable, found)) {
            return false;
          }
        }
      } else if (!VALUES.contains(each.getKey()) && !mirrors(each.getValue(), path, false, found)) {
        return false;
      }
    }
    return true;
  }
}
