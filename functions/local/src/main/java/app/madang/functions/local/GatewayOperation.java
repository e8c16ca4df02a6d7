package app.madang.functions.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/**
 * What the gateway knows of an operation, from the same file that the cloud's gateway is made of.
 *
 * @param id operationId
 * @param function who serves it
 * @param method HTTP method in capitals
 * @param path template
 * @param stream the answer is a stream of events
 * @param keyed callers show an API key, which the function knows and the gateway does not
 */
record GatewayOperation(
    String id, String function, String method, String path, boolean stream, boolean keyed) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** Every operation of the contract. */
  static List<GatewayOperation> all() {
    try (InputStream in = GatewayOperation.class.getResourceAsStream("/madang/openapi.yaml")) {
      Map<String, Object> contract = new Yaml().load(in);
      List<GatewayOperation> found = new ArrayList<>();
      object(contract, "paths")
          .forEach(
              (path, item) ->
                  cast(item)
                      .forEach(
                          (method, operation) -> {
                            if (METHODS.contains(method)) {
                              found.add(of(path, method, cast(operation)));
                            }
                          }));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A regular expression of the paths that the template stands for. */
  String pattern() {
    return path.replaceAll("\\{[^}]+\\}", "[^/]+");
  }

  boolean isTemplate() {
    return path.contains("{");
  }

  private static GatewayOperation of(String path, String method, Map<String, Object> operation) {
    String responses = String.valueOf(operation.get("responses"));
    return new GatewayOperation(
        String.valueOf(operation.get("operationId")),
        String.valueOf(((List<?>) operation.getOrDefault("tags", List.of(""))).getFirst()),
        method.toUpperCase(Locale.ROOT),
        path,
        responses.contains("AnswerStream") || responses.contains("text/event-stream"),
        Boolean.TRUE.equals(operation.get("x-madang-foreign")));
  }

  private static Map<String, Object> object(Map<String, Object> parent, String key) {
    return cast(parent.getOrDefault(key, Map.of()));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object node) {
    return (Map<String, Object>) node;
  }
}
