package app.madang.testing;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers against the contract: the schema that the operation promises for the status. */
public final class ContractValidator {

  private static final JsonNode CONTRACT = contract();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private ContractValidator() {}

  /**
   * Checks an answer and gives its body.
   *
   * @throws AssertionError when it is not what the contract promises
   */
  public static JsonNode check(String operationId, HttpResponse<String> response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    return check(operationId, response.statusCode(), type, response.body());
  }

  /** Checks an answer and gives its body. */
  public static JsonNode check(String operationId, int status, String type, String body) {
    JsonNode responses = operation(operationId).path("responses");
    JsonNode response = responses.path(Integer.toString(status));
    JsonNode content = resolve(response.isMissingNode() ? responses.path("default") : response);
    JsonNode media = content.path("content");
    if (media.isMissingNode()) {
      if (!body.isEmpty()) {
        throw new AssertionError(operationId + " " + status + " promises no body: " + body);
      }
      return JsonMapper.shared().missingNode();
    }
    String plainType = type.replaceAll(";.*", "").strip();
    JsonNode schema = media.path(plainType).path("schema");
    if (schema.isMissingNode()) {
      throw new AssertionError(
          operationId + " " + status + " does not promise " + type + ": " + body);
    }
    return checkSchema(operationId + " " + status, schema, body);
  }

  /** Checks the data of one server-sent event. */
  public static JsonNode checkEvent(String data) {
    JsonNode schema =
        CONTRACT
            .path("components")
            .path("responses")
            .path("AnswerStream")
            .path("content")
            .path("text/event-stream")
            .path("schema");
    return checkSchema("event", schema, data);
  }

  private static JsonNode checkSchema(String what, JsonNode schema, String body) {
    ObjectNode root = schema.deepCopy().asObject();
    root.set("components", CONTRACT.path("components"));
    JsonNode json = JsonMapper.shared().readTree(body);
    List<Error> errors = SCHEMAS.getSchema(root).validate(json);
    if (!errors.isEmpty()) {
      throw new AssertionError(what + " breaks the contract: " + errors + "\n" + body);
    }
    return json;
  }

  private static JsonNode operation(String operationId) {
    for (Map.Entry<String, JsonNode> path : CONTRACT.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().path("operationId").asString("").equals(operationId)) {
          return method.getValue();
        }
      }
    }
    throw new AssertionError("the contract has no operation " + operationId);
  }

  /** What stands under one of the contract's names. */
  static Iterable<Map.Entry<String, JsonNode>> contract(String name) {
    return CONTRACT.path(name).properties();
  }

  static JsonNode resolve(JsonNode node) {
    @Nullable String reference = node.path("$ref").asString(null);
    return reference == null ? node : CONTRACT.at(reference.substring(1));
  }

  /** The public contract, with the paths that functions offer each other beside its own. */
  private static JsonNode contract() {
    ObjectNode contract = read("openapi").asObject();
    contract.withObject("/paths").setAll(read("internal").path("paths").asObject());
    return contract;
  }

  private static JsonNode read(String name) {
    String resource = "/madang/" + name + ".yaml";
    try (InputStream in = ContractValidator.class.getResourceAsStream(resource)) {
      Map<String, Object> document = new Yaml().load(in);
      return JsonMapper.shared().valueToTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
