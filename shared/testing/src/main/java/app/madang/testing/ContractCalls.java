package app.madang.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** Calls as the contract's examples make them, so that a new operation is in a test at once. */
public final class ContractCalls {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private ContractCalls() {}

  /** A call of an operation; the body is empty when it takes none. */
  public record Call(String operation, String method, String path, String body) {}

  /**
   * One call of each operation of a function behind a path.
   *
   * @throws AssertionError when an operation takes a body and has no example of one
   */
  public static List<Call> of(String function, String prefix) {
    List<Call> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : ContractValidator.contract("paths")) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        if (path.getKey().startsWith(prefix)
            && operation.path("tags").path(0).asString("").equals(function)) {
          calls.add(call(path.getKey(), method.getKey(), operation));
        }
      }
    }
    return calls;
  }

  private static Call call(String template, String method, JsonNode operation) {
    String path = template;
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (JsonNode stated : operation.path("parameters")) {
      JsonNode parameter = ContractValidator.resolve(stated);
      String name = parameter.path("name").asString();
      String value = value(ContractValidator.resolve(parameter.path("schema")));
      if (parameter.path("in").asString().equals("path")) {
        path = path.replace("{" + name + "}", value);
      } else if (parameter.path("in").asString().equals("query")
          && parameter.path("required").asBoolean(false)) {
        query.add(name + "=" + value);
      }
    }
    String id = operation.path("operationId").asString();
    return new Call(id, method.toUpperCase(Locale.ROOT), path + query, body(id, operation));
  }

  private static String body(String id, JsonNode operation) {
    JsonNode media = operation.path("requestBody").path("content").path("application/json");
    if (media.isMissingNode()) {
      return "";
    }
    JsonNode example =
        media.has("example") ? media.path("example") : first(media.path("examples")).path("value");
    if (example.isMissingNode()) {
      throw new AssertionError(id + " takes a body and has no example");
    }
    return example.toString();
  }

  private static JsonNode first(JsonNode examples) {
    return examples.valueStream().findFirst().orElse(examples.path("none"));
  }

  private static String value(JsonNode schema) {
    if (schema.has("enum")) {
      return schema.path("enum").get(0).asString();
    }
    return switch (schema.path("format").asString("")) {
      case "uuid" -> NOBODY;
      case "date" -> "2026-01-01";
      case "int32" -> "1";
      default -> schema.path("pattern").asString("").startsWith("^[A-Z]") ? "USD" : "some-1";
    };
  }
}
