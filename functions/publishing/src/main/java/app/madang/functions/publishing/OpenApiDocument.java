package app.madang.functions.publishing;

import app.madang.runtime.ProblemException;
import app.madang.toolbox.ToolAction;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The operations of an OpenAPI document (3.x or 2.0, JSON or YAML) as actions. Nothing that it
 * points to outside itself is fetched. Operations that need headers, cookies, files or forms are
 * left out.
 */
final class OpenApiDocument {

  private static final int MOST_OPERATIONS = 100;
  private static final int DEEPEST = 12;
  private static final int LONGEST_SCHEMA = 20_000;
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonMapper json;
  private final JsonNode root;

  private OpenApiDocument(JsonMapper json, JsonNode root) {
    this.json = json;
    this.root = root;
  }

  /**
   * Reads a document.
   *
   * @throws ProblemException when it is none
   */
  static OpenApiDocument read(String text, JsonMapper json) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(20);
    options.setNestingDepthLimit(60);
    options.setAllowDuplicateKeys(false);
    try {
      // JSON is YAML
      JsonNode root = json.valueToTree(new Yaml(new SafeConstructor(options)).load(text));
      String version = root.path("openapi").asString(root.path("swagger").asString(""));
      if (root.path("paths").isObject() && version.matches("(3\\.[0-2]|2\\.0).*")) {
        return new OpenApiDocument(json, root);
      }
    } catch (YAMLException | IllegalArgumentException | tools.jackson.core.JacksonException e) {
      // told below
    }
    throw ProblemException.field("document", Words.of("openapi"));
  }

  /** Where it says its API is; null when it does not, or not fully. */
  @Nullable String server() {
    String url = root.path("servers").path(0).path("url").asString("");
    if (url.isEmpty() && root.has("host")) {
      url = "https://" + root.path("host").asString() + root.path("basePath").asString("");
    }
    return url.startsWith("http") && !url.contains("{") ? url : null;
  }

  /** Its operations as actions of a source; those alone whose arguments can be said in JSON. */
  List<ToolAction> actions(UUID source, String name, URI base) {
    List<ToolAction> found = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (!METHODS.contains(method.getKey())) {
          continue;
        }
        Arguments arguments = new Arguments();
        if (!arguments.take(path.getValue().path("parameters"))
            || !arguments.take(method.getValue().path("parameters"))
            || !arguments.body(method.getValue().path("requestBody"))) {
          continue;
        }
        String schema = json.writeValueAsString(arguments.schema());
        if (schema.length() > LONGEST_SCHEMA || found.size() == MOST_OPERATIONS) {
          throw ProblemException.field("document", Words.of("openapi.large"));
        }
        found.add(
            new ToolAction(
                    UUID.randomUUID(),
                    source,
                    name,
                    unique(names, method.getValue(), method.getKey() + path.getKey()),
                    description(method.getValue()),
                    method.getKey().toUpperCase(Locale.ROOT),
                    base.toString(),
                    path.getKey(),
                    schema,
                    arguments.places,
                    !method.getKey().equals("get"),
                    List.of(),
                    "")
                .hashed());
      }
    }
    if (found.isEmpty()) {
      throw ProblemException.field("document", Words.of("openapi.none"));
    }
    return found;
  }

  private static String unique(Set<String> taken, JsonNode operation, String usual) {
    String wanted =
        operation
            .path("operationId")
            .asString(usual)
            .replaceAll("[^A-Za-z0-9_-]+", "_")
            .replaceAll("^_+|_+$", "");
    String name = wanted.substring(0, Math.min(56, wanted.length()));
    String free = name.isEmpty() ? "call" : name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  private static @Nullable String description(JsonNode operation) {
    String text =
        (operation.path("summary").asString("") + "\n" + operation.path("description").asString(""))
            .strip();
    return text.isEmpty() ? null : text.substring(0, Math.min(1_000, text.length()));
  }

  /** What a call takes, as one flat object. */
  private final class Arguments {

    private final Map<String, String> places = new TreeMap<>();
    private final ObjectNode properties = json.createObjectNode();
    private final ArrayNode required = json.createArrayNode();

    private boolean take(JsonNode parameters) {
      for (JsonNode stated : parameters) {
        JsonNode parameter = resolved(stated, 0);
        String name = parameter.path("name").asString("");
        String in = parameter.path("in").asString("");
        boolean needed = parameter.path("required").asBoolean(false);
        switch (in) {
          case "path", "query" -> {
            JsonNode schema = parameter.path("schema");
            ObjectNode own = schema.isObject() ? copy(schema) : plain(parameter);
            String said = parameter.path("description").asString("");
            if (!said.isEmpty()) {
              own.put("description", said);
            }
            put(name, in, own, needed || in.equals("path"));
          }
          case "body" -> put("body", "body", copy(parameter.path("schema")), needed);
          default -> {
            if (needed) {
              return false;
            }
          }
        }
      }
      return true;
    }

    private boolean body(JsonNode stated) {
      JsonNode body = resolved(stated, 0);
      if (body.isMissingNode()) {
        return true;
      }
      boolean needed = body.path("required").asBoolean(false);
      JsonNode media = body.path("content").path("application/json");
      if (media.isMissingNode()) {
        return !needed;
      }
      put("body", "body", copy(media.path("schema")), needed);
      return true;
    }

    private void put(String name, String place, ObjectNode schema, boolean needed) {
      if (properties.has(name) && !place.equals(places.get(name))) {
        throw ProblemException.field("document", Words.of("openapi"));
      }
      if (!properties.has(name) && needed) {
        required.add(name);
      }
      properties.set(name, schema);
      places.put(name, place);
    }

    private ObjectNode schema() {
      ObjectNode schema = json.createObjectNode().put("type", "object");
      schema.set("properties", properties);
      schema.set("required", required);
      return schema.put("additionalProperties", false);
    }
  }

  /** Of 2.0, where a parameter is its own schema. */
  private ObjectNode plain(JsonNode parameter) {
    ObjectNode schema = json.createObjectNode();
    for (String key : List.of("type", "format", "enum", "items", "minimum", "maximum")) {
      if (parameter.has(key)) {
        schema.set(key, parameter.get(key));
      }
    }
    return schema;
  }

  private ObjectNode copy(JsonNode schema) {
    return inlined(schema, 0) instanceof ObjectNode made ? made : json.createObjectNode();
  }

  private JsonNode inlined(JsonNode node, int depth) {
    JsonNode found = resolved(node, depth);
    if (depth > DEEPEST) {
      return json.createObjectNode();
    }
    if (found.isObject()) {
      ObjectNode copy = json.createObjectNode();
      found.properties().forEach(e -> copy.set(e.getKey(), inlined(e.getValue(), depth + 1)));
      return copy;
    }
    if (found.isArray()) {
      ArrayNode copy = json.createArrayNode();
      found.forEach(each -> copy.add(inlined(each, depth + 1)));
      return copy;
    }
    return found;
  }

  private JsonNode resolved(JsonNode node, int depth) {
    JsonNode found = node;
    for (int i = 0; found.path("$ref").isString(); i++) {
      String ref = found.path("$ref").asString();
      if (!ref.startsWith("#/") || i > DEEPEST || depth > DEEPEST + 1) {
        throw ProblemException.field("document", Words.of("openapi.outside"));
      }
      found = root.at(ref.substring(1));
    }
    return found;
  }
}
