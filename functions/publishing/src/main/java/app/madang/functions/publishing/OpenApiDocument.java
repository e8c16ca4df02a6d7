package app.madang.functions.publishing;

import app.madang.runtime.ProblemException;
import app.madang.toolbox.ToolAction;
import java.net.URI;
import java.util.ArrayList;
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
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonMapper json;
  private final JsonNode root;
  private final WholeSchemas schemas;

  private OpenApiDocument(JsonMapper json, JsonNode root) {
    this.json = json;
    this.root = root;
    this.schemas = new WholeSchemas(json, root);
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
    ActionNames names = new ActionNames();
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
        if (schema.length() > WholeSchemas.LONGEST || found.size() == MOST_OPERATIONS) {
          throw ProblemException.field("document", Words.of("openapi.large"));
        }
        found.add(
            new ToolAction(
                    UUID.randomUUID(),
                    source,
                    name,
                    names.free(
                        method
                            .getValue()
                            .path("operationId")
                            .asString(method.getKey() + path.getKey())),
                    description(method.getValue()),
                    method.getKey().toUpperCase(Locale.ROOT),
                    base.toString(),
                    path.getKey(),
                    schema,
                    arguments.places,
                    !method.getKey().equals("get"),
                    List.of(),
                    "",
                    null)
                .hashed());
      }
    }
    if (found.isEmpty()) {
      throw ProblemException.field("document", Words.of("openapi.none"));
    }
    return found;
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
        JsonNode parameter = schemas.resolved(stated);
        String name = parameter.path("name").asString("");
        String in = parameter.path("in").asString("");
        boolean needed = parameter.path("required").asBoolean(false);
        switch (in) {
          case "path", "query" -> {
            JsonNode schema = parameter.path("schema");
            ObjectNode own = schema.isObject() ? schemas.copy(schema) : plain(parameter);
            String said = parameter.path("description").asString("");
            if (!said.isEmpty()) {
              own.put("description", said);
            }
            put(name, in, own, needed || in.equals("path"));
          }
          case "body" -> put("body", "body", schemas.copy(parameter.path("schema")), needed);
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
      JsonNode body = schemas.resolved(stated);
      if (body.isMissingNode()) {
        return true;
      }
      boolean needed = body.path("required").asBoolean(false);
      JsonNode media = body.path("content").path("application/json");
      if (media.isMissingNode()) {
        return !needed;
      }
      put("body", "body", schemas.copy(media.path("schema")), needed);
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
}
