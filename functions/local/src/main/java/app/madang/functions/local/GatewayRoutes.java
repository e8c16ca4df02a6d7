package app.madang.functions.local;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Envoy's routes: one an operation, then what only a program would ask for, then the site. */
final class GatewayRoutes {

  static final String REQUIREMENT = "person";

  private static final String JWT = "envoy.filters.http.jwt_authn";

  /** Never the site's, whoever asks: other versions, and what functions offer each other. */
  private static final String NOT_PAGES = "/(v[0-9]+|api|internal|events|healthz)(/.*)?";

  private GatewayRoutes() {}

  /**
   * The routes, in the order in which Envoy tries them.
   *
   * @param functions those that are there; operations of others answer 503
   */
  static List<Map<String, Object>> of(List<GatewayOperation> operations, Set<String> functions) {
    List<Map<String, Object>> routes = new ArrayList<>();
    // a path without variables comes before those with, as OpenAPI has it, and costs a comparison
    List<GatewayOperation> inOrder =
        operations.stream().sorted(Comparator.comparing(GatewayOperation::isTemplate)).toList();
    inOrder.forEach(operation -> routes.add(route(operation, functions)));
    Map<String, GatewayOperation> paths = new LinkedHashMap<>();
    inOrder.forEach(operation -> paths.putIfAbsent(operation.path(), operation));
    paths.values().forEach(operation -> routes.add(direct(path(operation), 405)));
    routes.add(direct(Map.of("safe_regex", Map.of("regex", NOT_PAGES)), 404));
    routes.add(site(Map.of("path", "/config.json")));
    routes.add(direct(everything("accept", "contains", "application/json", false), 404));
    routes.add(direct(everything(":method", "safe_regex", Map.of("regex", "GET|HEAD"), true), 405));
    routes.add(site(Map.of("prefix", "/")));
    return routes;
  }

  private static Map<String, Object> route(GatewayOperation operation, Set<String> functions) {
    Map<String, Object> match = new LinkedHashMap<>(path(operation));
    match.put(
        "headers",
        List.of(Map.of("name", ":method", "string_match", Map.of("exact", operation.method()))));
    Map<String, Object> route = new LinkedHashMap<>();
    route.put("name", operation.id());
    route.put("match", match);
    if (functions.contains(operation.function())) {
      route.put(
          "route",
          Map.of(
              "cluster", operation.function(),
              "timeout", operation.stream() ? "0s" : "60s",
              "retry_policy", Map.of("retry_on", "connect-failure", "num_retries", 2)));
    } else {
      route.put("direct_response", Map.of("status", 503));
    }
    if (!operation.keyed()) {
      route.put(
          "typed_per_filter_config",
          Map.of(
              JWT,
              Map.of(
                  "@type",
                  "type.googleapis.com/envoy.extensions.filters.http.jwt_authn.v3.PerRouteConfig",
                  "requirement_name",
                  REQUIREMENT)));
    }
    return route;
  }

  private static Map<String, Object> site(Map<String, Object> match) {
    return Map.of("match", match, "route", Map.of("cluster", "site"));
  }

  /** Any path, when a header is, or is not, like this. */
  private static Map<String, Object> everything(
      String header, String how, Object value, boolean not) {
    Map<String, Object> condition =
        Map.of("name", header, "string_match", Map.of(how, value), "invert_match", not);
    return Map.of("prefix", "/", "headers", List.of(condition));
  }

  private static Map<String, Object> direct(Map<String, Object> match, int status) {
    return Map.of("match", match, "direct_response", Map.of("status", status));
  }

  private static Map<String, Object> path(GatewayOperation operation) {
    return operation.isTemplate()
        ? Map.of("safe_regex", Map.of("regex", operation.pattern()))
        : Map.of("path", operation.path());
  }
}
