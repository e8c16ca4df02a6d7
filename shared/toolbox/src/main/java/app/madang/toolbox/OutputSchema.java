package app.madang.toolbox;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.FiniteNumber;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The part of JSON Schema that every vendor understands, and no more: nothing in it is fetched, and
 * no pattern of it can take long.
 */
public final class OutputSchema {

  private static final int DEEPEST = 8;
  private static final int LARGEST = 20_000;
  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean", "null");
  private static final Set<String> LENGTHS =
      Set.of("minLength", "maxLength", "minItems", "maxItems");
  private static final Set<String> BOUNDS = Set.of("minimum", "maximum");
  private static final Set<String> WORDS = Set.of("title", "description");

  private OutputSchema() {}

  /**
   * An output as a maker gave it.
   *
   * @throws ProblemException {@code invalid_request}, naming the wrong place of the schema
   */
  public static ToolOutput checked(ToolOutput given) {
    JsonNode schema = given.schema();
    if (given.kind() != ToolOutput.Kind.JSON) {
      if (schema != null && !schema.isNull()) {
        throw wrong("output.schema", "output.schema_of_json");
      }
      return new ToolOutput(given.kind(), null);
    }
    if (schema == null || schema.isNull()) {
      throw wrong("output.schema", "output.schema");
    }
    if (!schema.isObject() || !schema.path("type").asString("").equals("object")) {
      throw wrong("output.schema", "schema.object");
    }
    if (schema.toString().length() > LARGEST) {
      throw wrong("output.schema", "schema.deep");
    }
    check(schema, "output.schema", 0);
    return given;
  }

  private static void check(JsonNode schema, String at, int depth) {
    if (depth > DEEPEST) {
      throw wrong(at, "schema.deep");
    }
    if (!schema.isObject()) {
      throw wrong(at, "schema.value");
    }
    for (Map.Entry<String, JsonNode> each : schema.properties()) {
      checkWord(each.getKey(), each.getValue(), at + "." + each.getKey(), depth);
    }
  }

  private static void checkWord(String word, JsonNode value, String at, int depth) {
    boolean fits =
        switch (word) {
          case "type" -> isType(value);
          case "properties" -> {
            value.properties().forEach(p -> check(p.getValue(), at + "." + p.getKey(), depth + 1));
            yield value.isObject();
          }
          case "items" -> {
            check(value, at, depth + 1);
            yield true;
          }
          case "required" -> value.isArray() && value.valueStream().allMatch(JsonNode::isString);
          case "enum" -> value.isArray() && !value.isEmpty();
          case "additionalProperties" -> value.isBoolean();
          default -> isPlain(word, value, at);
        };
    if (!fits) {
      throw wrong(at, "schema.value");
    }
  }

  private static boolean isPlain(String word, JsonNode value, String at) {
    if (LENGTHS.contains(word)) {
      return value.isInt() && value.asInt() >= 0;
    }
    if (BOUNDS.contains(word)) {
      return FiniteNumber.is(value);
    }
    if (WORDS.contains(word)) {
      return value.isString();
    }
    throw wrong(at, "schema.keyword");
  }

  private static boolean isType(JsonNode type) {
    if (type.isArray()) {
      return !type.isEmpty()
          && type.valueStream().allMatch(each -> isType(each) && !each.isArray());
    }
    return type.isString() && TYPES.contains(type.asString());
  }

  private static ProblemException wrong(String field, String key) {
    FieldError error = Wording.error(field, key);
    return new ProblemException(ProblemCode.INVALID_REQUEST, java.util.List.of(error));
  }

  /**
   * Where a value does not fit a checked schema, as in {@code $.items[0].price: integer}; nothing
   * when it fits.
   */
  public static Optional<String> misfit(JsonNode schema, JsonNode value) {
    return Optional.ofNullable(misfit(schema, value, "$"));
  }

  private static @Nullable String misfit(JsonNode schema, JsonNode value, String at) {
    JsonNode type = schema.path("type");
    if (!type.isMissingNode() && !isOf(type, value)) {
      return at + ": " + (type.isArray() ? type.toString() : type.asString());
    }
    JsonNode options = schema.path("enum");
    if (options.isArray() && options.valueStream().noneMatch(value::equals)) {
      return at + ": enum";
    }
    if (value.isObject()) {
      return inObject(schema, value, at);
    }
    if (value.isArray()) {
      return inArray(schema, value, at);
    }
    if (value.isString()) {
      return length(schema, "Length", value.asString().codePoints().count(), at);
    }
    return FiniteNumber.is(value) ? bounds(schema, value.decimalValue(), at) : null;
  }

  private static @Nullable String inObject(JsonNode schema, JsonNode value, String at) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        return at + "." + name.asString() + ": required";
      }
    }
    boolean closed =
        schema.path("additionalProperties").isBoolean()
            && !schema.path("additionalProperties").asBoolean();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      JsonNode of = schema.path("properties").path(each.getKey());
      String place = at + "." + each.getKey();
      if (of.isMissingNode()) {
        if (closed) {
          return place + ": additionalProperties";
        }
        continue;
      }
      String found = misfit(of, each.getValue(), place);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable String inArray(JsonNode schema, JsonNode value, String at) {
    JsonNode items = schema.path("items");
    for (int i = 0; items.isObject() && i < value.size(); i++) {
      String found = misfit(items, value.get(i), at + "[" + i + "]");
      if (found != null) {
        return found;
      }
    }
    return length(schema, "Items", value.size(), at);
  }

  private static @Nullable String length(JsonNode schema, String what, long length, String at) {
    if (length < schema.path("min" + what).asLong(0)) {
      return at + ": min" + what;
    }
    return length > schema.path("max" + what).asLong(Long.MAX_VALUE) ? at + ": max" + what : null;
  }

  private static @Nullable String bounds(JsonNode schema, BigDecimal number, String at) {
    JsonNode least = schema.path("minimum");
    JsonNode most = schema.path("maximum");
    if (FiniteNumber.is(least) && number.compareTo(least.decimalValue()) < 0) {
      return at + ": minimum";
    }
    return FiniteNumber.is(most) && number.compareTo(most.decimalValue()) > 0
        ? at + ": maximum"
        : null;
  }

  private static boolean isOf(JsonNode type, JsonNode value) {
    if (type.isArray()) {
      return type.valueStream().anyMatch(each -> isOf(each, value));
    }
    return switch (type.asString()) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      case "integer" ->
          FiniteNumber.is(value) && value.decimalValue().stripTrailingZeros().scale() <= 0;
      default -> FiniteNumber.is(value);
    };
  }
}
