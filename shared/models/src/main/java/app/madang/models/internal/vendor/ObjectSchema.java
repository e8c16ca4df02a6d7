package app.madang.models.internal.vendor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import java.util.ArrayList;
import java.util.List;

/** A JSON Schema of an object for langchain4j: its outer layer read, the rest as it stands. */
final class ObjectSchema {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ObjectSchema() {}

  static JsonObjectSchema of(String schema) {
    JsonNode root;
    try {
      root = JSON.readTree(schema);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a tool's parameters are no JSON", e);
    }
    JsonObjectSchema.Builder object = JsonObjectSchema.builder();
    root.path("properties")
        .properties()
        .forEach(
            property ->
                object.addProperty(
                    property.getKey(), JsonRawSchema.from(property.getValue().toString())));
    List<String> required = new ArrayList<>();
    root.path("required").forEach(name -> required.add(name.asText()));
    object.required(required);
    if (root.path("additionalProperties").isBoolean()) {
      object.additionalProperties(root.path("additionalProperties").booleanValue());
    }
    return object.build();
  }
}
