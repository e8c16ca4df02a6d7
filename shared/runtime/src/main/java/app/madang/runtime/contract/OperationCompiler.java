package app.madang.runtime.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Build step: the OpenAPI files become the small table that functions read at start. */
public final class OperationCompiler {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private OperationCompiler() {}

  /** Writes the table to the path in {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    List<Operation> operations = new ArrayList<>();
    operations.addAll(read("/madang/openapi.yaml", false));
    operations.addAll(read("/madang/internal.yaml", true));
    Path target = Path.of(args[0]);
    Files.createDirectories(target.getParent());
    Files.write(target, JsonMapper.shared().writeValueAsBytes(operations));
  }

  static List<Operation> read(String resource, boolean internal) throws IOException {
    try (InputStream in = OperationCompiler.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is not on the classpath");
      }
      Map<String, Object> document = new Yaml().load(in);
      List<Operation> found = new ArrayList<>();
      object(document, "paths")
          .forEach(
              (path, item) ->
                  cast(item)
                      .forEach(
                          (method, operation) -> {
                            if (METHODS.contains(method)) {
                              found.add(
                                  operation(document, path, method, cast(operation), internal));
                            }
                          }));
      return found;
    }
  }

  private static Operation operation(
      Map<String, Object> document,
      String path,
      String method,
      Map<String, Object> operation,
      boolean internal) {
    Map.Entry<String, Object> success =
        object(operation, "responses").entrySet().stream()
            .filter(response -> response.getKey().startsWith("2"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(path + " has no success response"));
    Map<String, Object> response = resolve(document, cast(success.getValue()));
    boolean streams =
        response.containsKey("content")
            && object(response, "content").containsKey("text/event-stream");
    List<Operation.Parameter> parameters =
        list(operation, "parameters").stream()
            .map(p -> parameter(document, resolve(document, p)))
            .toList();
    return new Operation(
        text(operation, "operationId"),
        String.valueOf(((List<?>) need(operation, "tags")).getFirst()),
        method.toUpperCase(Locale.ROOT),
        path,
        Integer.parseInt(success.getKey()),
        internal,
        Boolean.TRUE.equals(operation.get("x-madang-foreign")),
        operation.containsKey("requestBody"),
        streams,
        parameters);
  }

  private static Operation.Parameter parameter(
      Map<String, Object> document, Map<String, Object> parameter) {
    String name = text(parameter, "name");
    Object field = parameter.getOrDefault("x-madang-field", camelCase(name));
    Map<String, Object> schema = resolve(document, object(parameter, "schema"));
    return new Operation.Parameter(
        name, (String) field, text(parameter, "in"), text(schema, "type"));
  }

  private static String camelCase(String header) {
    if (!header.contains("-")) {
      return header;
    }
    String joined =
        Arrays.stream(header.split("-"))
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
  }

  private static Map<String, Object> resolve(
      Map<String, Object> document, Map<String, Object> node) {
    if (!(node.get("$ref") instanceof String reference)) {
      return node;
    }
    Map<String, Object> target = document;
    for (String step : reference.substring(2).split("/")) {
      target = object(target, step);
    }
    return target;
  }

  private static Map<String, Object> object(Map<String, Object> parent, String key) {
    return cast(need(parent, key));
  }

  private static String text(Map<String, Object> parent, String key) {
    return String.valueOf(need(parent, key));
  }

  private static Object need(Map<String, Object> parent, String key) {
    Object value = parent.get(key);
    if (value == null) {
      throw new IllegalStateException("the contract lacks " + key + " in " + parent.keySet());
    }
    return value;
  }

  private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
    return ((List<?>) parent.getOrDefault(key, List.of()))
        .stream().map(OperationCompiler::cast).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object node) {
    return (Map<String, Object>) node;
  }
}
