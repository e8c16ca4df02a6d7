package app.madang.functions.publishing;

import app.madang.runtime.ProblemException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas that need nothing else: what they point to in their document stands in its place. What is
 * outside is not fetched, and what leads back into itself ends.
 */
final class WholeSchemas {

  /** Of one schema, in characters. */
  static final int LONGEST = 20_000;

  private static final int DEEPEST = 12;
  private static final int MOST_NODES = 20_000;

  private final JsonMapper json;
  private final JsonNode root;
  private int nodes;

  WholeSchemas(JsonMapper json, JsonNode root) {
    this.json = json;
    this.root = root;
  }

  /** A schema's copy; an empty one when it is none. */
  ObjectNode copy(JsonNode schema) {
    nodes = 0;
    return inlined(schema, 0) instanceof ObjectNode made ? made : json.createObjectNode();
  }

  /** What a node says, or points to. */
  JsonNode resolved(JsonNode node) {
    return resolved(node, 0);
  }

  private JsonNode inlined(JsonNode node, int depth) {
    JsonNode found = resolved(node, depth);
    if (depth > DEEPEST) {
      return json.createObjectNode();
    }
    // a few lines can point to each other so that they unfold to billions
    if (++nodes > MOST_NODES) {
      throw ProblemException.field("document", Words.of("openapi.large"));
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
      boolean here = ref.startsWith("#/") || ref.equals("#");
      if (!here || i > DEEPEST || depth > DEEPEST + 1) {
        throw ProblemException.field("document", Words.of("openapi.outside"));
      }
      found = root.at(ref.substring(1));
    }
    return found;
  }
}
