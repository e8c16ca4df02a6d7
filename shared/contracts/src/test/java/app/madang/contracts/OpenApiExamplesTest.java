package app.madang.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a reader of the contract copies must be what the contract says. */
class OpenApiExamplesTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private final List<String> wrong = new ArrayList<>();
  private int inspected;
  private JsonNode contract;

  @ParameterizedTest
  @CsvSource({"openapi, 200", "internal, 2"})
  void every_body_that_goes_in_or_comes_out_has_an_example_of_its_schema(String name, int atLeast)
      throws Exception {
    try (var in = getClass().getResourceAsStream("/madang/" + name + ".yaml")) {
      contract = JsonMapper.shared().valueToTree(new Yaml().<Map<String, Object>>load(in));
    }
    for (JsonNode path : contract.path("paths")) {
      for (Map.Entry<String, JsonNode> method : path.properties()) {
        if (METHODS.contains(method.getKey())) {
          inspect(method.getValue());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(inspected).isGreaterThanOrEqualTo(atLeast);
  }

  private void inspect(JsonNode operation) {
    String id = operation.path("operationId").asString();
    content(id + " request", resolved(operation.path("requestBody")).path("content"));
    operation
        .path("responses")
        .properties()
        .forEach(
            response ->
                content(
                    id + " " + response.getKey(), resolved(response.getValue()).path("content")));
  }

  private void content(String what, JsonNode content) {
    for (Map.Entry<String, JsonNode> media : content.properties()) {
      inspected++;
      JsonNode schema = media.getValue().path("schema");
      List<JsonNode> examples = examples(media.getValue(), schema);
      if (examples.isEmpty()) {
        wrong.add(what + " has no example of " + media.getKey());
        continue;
      }
      ObjectNode root = schema.deepCopy().asObject();
      root.set("components", contract.path("components"));
      for (JsonNode example : examples) {
        SCHEMAS.getSchema(root).validate(example).forEach(error -> wrong.add(what + ": " + error));
      }
    }
  }

  /** Its several, its one, or its schema's. */
  private List<JsonNode> examples(JsonNode media, JsonNode schema) {
    List<JsonNode> all = new ArrayList<>();
    media.path("examples").forEach(each -> all.add(each.path("value")));
    for (JsonNode one : List.of(media.path("example"), resolved(schema).path("example"))) {
      if (all.isEmpty() && !one.isMissingNode()) {
        all.add(one);
      }
    }
    return all;
  }

  private JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : contract.at(reference.substring(1));
  }
}
