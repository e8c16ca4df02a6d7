package app.madang.models.internal.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A JSON Schema of an object for langchain4j: its outer layer read, the rest as it stands. No
 * vendor takes a choice at the top, so the choices become one object that allows them all.
 */
final class ObjectSchema {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DEFINITIONS = "#/$defs/";

  /** Definitions that point at each other end somewhere. */
  private static final int DEEPEST = 8;

  private final Map<String, Set<JsonNode>> properties = new LinkedHashMap<>();
  private final Map<String, JsonNode> definitions = new LinkedHashMap<>();

  private ObjectSchema() {}

  static JsonObjectSchema of(String schema) {
    JsonNode root;
    try {
      // the older name of the same thing
      root = JSON.readTree(schema.replace("\"#/definitions/", "\"" + DEFINITIONS));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tool's parameters are no JSON", e);
    }
    return new ObjectSchema().read(root);
  }

  private JsonObjectSchema read(JsonNode root) {
    for (String name : List.of("definitions", "$defs")) {
      root.path(name).properties().forEach(one -> definitions.put(one.getKey(), one.getValue()));
    }
    Set<String> required = add(root, 0);
    JsonObjectSchema.Builder object = JsonObjectSchema.builder();
    properties.forEach((name, forms) -> object.addProperty(name, raw(one(forms))));
    object.required(new ArrayList<>(required));
    if (root.path("additionalProperties").isBoolean()) {
      object.additionalProperties(root.path("additionalProperties").booleanValue());
    }
    Map<String, JsonSchemaElement> known = new LinkedHashMap<>();
    definitions.forEach((name, definition) -> known.put(name, raw(definition)));
    return object.definitions(known).build();
  }

  /** Takes up a schema's properties; returns which of them must be there. */
  private Set<String> add(JsonNode schema, int depth) {
    Set<String> required = new LinkedHashSet<>();
    if (depth > DEEPEST) {
      return required;
    }
    String reference = schema.path("$ref").asText("");
    if (reference.startsWith(DEFINITIONS)) {
      JsonNode meant = definitions.get(reference.substring(DEFINITIONS.length()));
      if (meant != null) {
        required.addAll(add(meant, depth + 1));
      }
    }
    schema
        .path("properties")
        .properties()
        .forEach(
            property ->
                properties
                    .computeIfAbsent(property.getKey(), name -> new LinkedHashSet<>())
                    .add(property.getValue()));
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema.path("allOf").forEach(part -> required.addAll(add(part, depth + 1)));
    for (String choice : List.of("anyOf", "oneOf")) {
      Set<String> always = null;
      for (JsonNode variant : schema.path(choice)) {
        Set<String> here = add(variant, depth + 1);
        if (always == null) {
          always = here;
        } else {
          always.retainAll(here);
        }
      }
      if (always != null) {
        required.addAll(always);
      }
    }
    return required;
  }

  private static JsonNode one(Set<JsonNode> forms) {
    if (forms.size() == 1) {
      return forms.iterator().next();
    }
    ObjectNode any = JSON.createObjectNode();
    ArrayNode each = any.putArray("anyOf");
    forms.forEach(each::add);
    return any;
  }

  private static JsonRawSchema raw(JsonNode schema) {
    // true and false are schemas too, but not for langchain4j
    return JsonRawSchema.from(schema.isObject() ? schema.toString() : "{}");
  }
}
