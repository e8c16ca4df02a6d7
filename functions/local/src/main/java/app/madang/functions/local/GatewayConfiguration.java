package app.madang.functions.local;

import app.madang.testing.TokenIssuer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Envoy's configuration, made from the contract. */
final class GatewayConfiguration {

  private static final String FILTERS = "type.googleapis.com/envoy.extensions.filters.";

  /** Nothing that a client sends under these names may reach a function. */
  private static final List<String> STRIPPED =
      List.of(
          "x-forwarded-authorization",
          "x-apigateway-api-userinfo",
          "x-endpoint-api-userinfo",
          "x-serverless-authorization");

  private GatewayConfiguration() {}

  /** Routes to each function at its port. */
  static String json(StackPorts ports, Map<String, Integer> functions) {
    List<Map<String, Object>> clusters = new ArrayList<>();
    functions.forEach((name, port) -> clusters.add(cluster(name, port)));
    clusters.add(cluster("site", ports.site()));
    clusters.add(cluster("issuer", ports.issuer()));
    Map<String, Object> configuration =
        Map.of(
            "admin",
            Map.of("address", address(ports.envoyAdmin())),
            "static_resources",
            Map.of(
                "listeners",
                List.of(
                    Map.of(
                        "name", "gateway",
                        "address", address(ports.base()),
                        "filter_chains",
                            List.of(
                                Map.of(
                                    "filters",
                                    List.of(connectionManager(ports, functions.keySet())))))),
                "clusters",
                clusters));
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(configuration);
  }

  private static Map<String, Object> connectionManager(StackPorts ports, Set<String> functions) {
    Map<String, Object> manager = new LinkedHashMap<>();
    manager.put("@type", FILTERS + "network.http_connection_manager.v3.HttpConnectionManager");
    manager.put("stat_prefix", "gateway");
    manager.put("use_remote_address", true);
    manager.put("normalize_path", true);
    manager.put("stream_idle_timeout", "120s");
    manager.put("local_reply_config", GatewayProblems.localReplies());
    manager.put(
        "route_config",
        Map.of(
            "request_headers_to_remove",
            STRIPPED,
            "virtual_hosts",
            List.of(
                Map.of(
                    "name", "all",
                    "domains", List.of("*"),
                    "routes", GatewayRoutes.of(GatewayOperation.all(), functions)))));
    manager.put(
        "http_filters",
        List.of(
            Map.of("name", "envoy.filters.http.jwt_authn", "typed_config", jwt(ports)),
            Map.of(
                "name",
                "envoy.filters.http.router",
                "typed_config",
                Map.of("@type", FILTERS + "http.router.v3.Router"))));
    return Map.of("name", "envoy.filters.network.http_connection_manager", "typed_config", manager);
  }

  private static Map<String, Object> jwt(StackPorts ports) {
    Map<String, Object> keys =
        Map.of(
            "http_uri",
            Map.of("uri", ports.issuerUrl() + "/oauth2/jwks", "cluster", "issuer", "timeout", "5s"),
            "cache_duration",
            "300s");
    return Map.of(
        "@type", FILTERS + "http.jwt_authn.v3.JwtAuthentication",
        "providers",
            Map.of(
                "oidc",
                Map.of(
                    "issuer",
                    ports.issuerUrl(),
                    "audiences",
                    List.of(TokenIssuer.AUDIENCE),
                    "forward",
                    true,
                    "clock_skew_seconds",
                    30,
                    "remote_jwks",
                    keys)),
        "requirement_map", Map.of(GatewayRoutes.REQUIREMENT, Map.of("provider_name", "oidc")));
  }

  private static Map<String, Object> cluster(String name, int port) {
    Map<String, Object> limits =
        Map.of("max_connections", 4096, "max_pending_requests", 4096, "max_requests", 4096);
    return Map.of(
        "name",
        name,
        "connect_timeout",
        "5s",
        "type",
        "STATIC",
        "circuit_breakers",
        Map.of("thresholds", List.of(limits)),
        "typed_extension_protocol_options",
        Map.of(
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
            Map.of(
                "@type",
                    "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                "common_http_protocol_options", Map.of("idle_timeout", "5s"),
                "explicit_http_config", Map.of("http_protocol_options", Map.of()))),
        "load_assignment",
        Map.of(
            "cluster_name",
            name,
            "endpoints",
            List.of(
                Map.of(
                    "lb_endpoints",
                    List.of(Map.of("endpoint", Map.of("address", address(port))))))));
  }

  private static Map<String, Object> address(int port) {
    return Map.of("socket_address", Map.of("address", "127.0.0.1", "port_value", port));
  }
}
