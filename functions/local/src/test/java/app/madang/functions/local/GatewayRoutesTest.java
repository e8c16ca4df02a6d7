package app.madang.functions.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.runtime.contract.Operation;
import app.madang.runtime.contract.OperationTable;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayRoutesTest {

  private static final List<Map<String, Object>> ROUTES =
      GatewayRoutes.of(GatewayOperation.all(), Set.copyOf(StackPorts.FUNCTIONS));

  @Test
  void everyOperationHasExactlyOneRoute() {
    List<String> operations =
        OperationTable.all().stream()
            .filter(operation -> !operation.internal())
            .map(Operation::id)
            .toList();
    List<String> named =
        ROUTES.stream()
            .map(route -> route.get("name"))
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .toList();
    assertThat(operations).hasSizeGreaterThan(30);
    assertThat(named).containsExactlyInAnyOrderElementsOf(operations).doesNotHaveDuplicates();
  }

  @Test
  void everyOperationDemandsAPersonButThoseThatTakeKeys() {
    assertThat(ROUTES)
        .filteredOn(route -> route.containsKey("name"))
        .filteredOn(
            route ->
                !String.valueOf(route.get("typed_per_filter_config"))
                    .contains("requirement_name=person"))
        .extracting(route -> route.get("name"))
        .containsExactlyInAnyOrder(
            "listOpenAiModels",
            "getOpenAiModel",
            "createChatCompletion",
            "createEmbedding",
            "mcp",
            "describeMcpResource",
            "describeMcpResourceByPath",
            "runTool");
  }

  @Test
  void pathsWithoutVariablesComeFirst() {
    List<Boolean> templates =
        ROUTES.stream()
            .filter(route -> route.containsKey("name"))
            .map(route -> String.valueOf(route.get("match")).contains("safe_regex"))
            .toList();
    assertThat(templates).contains(true, false).isSorted();
  }

  @Test
  void onlyStreamsHaveNoTimeLimit() {
    Set<String> endless = new HashSet<>();
    for (Map<String, Object> route : ROUTES) {
      if (String.valueOf(route.get("route")).contains("timeout=0s")) {
        endless.add(String.valueOf(route.get("name")));
      }
    }
    assertThat(endless).contains("ask").doesNotContain("getMe").hasSizeLessThan(6);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/me, getMe",
    "GET, /v1/documents/019a8f00-0000-7000-8000-000000000001, getDocument",
    "DELETE, /v1/documents/019a8f00-0000-7000-8000-000000000001, deleteDocument",
    "GET, /v1/documents/a/b, 404",
    "PATCH, /v1/me, 405",
    "GET, /v1/unknown, 404",
    "GET, /v1, 404",
    "GET, /v2/me, 404",
    "GET, /internal/embed, 404",
    "POST, /events/ingestion.object-finalized, 404",
    "GET, /healthz, 404",
    "GET, /anything, site",
    "GET, /c/019a8f00-0000-7000-8000-000000000001, site",
    "GET, /config.json, site",
    "HEAD, /, site",
    "POST, /, 405",
  })
  void theFirstMatchingRouteWins(String method, String path, String expected) {
    assertThat(resolve(method, path, "*/*")).isEqualTo(expected);
  }

  @Test
  void whoAsksForJsonGetsNoPage() {
    assertThat(resolve("GET", "/anything", "application/json")).isEqualTo("404");
    assertThat(resolve("GET", "/config.json", "application/json")).isEqualTo("site");
  }

  private static String resolve(String method, String path, String accept) {
    return ROUTES.stream()
        .filter(route -> matches(cast(route.get("match")), method, path, accept))
        .findFirst()
        .map(GatewayRoutesTest::name)
        .orElseThrow();
  }

  private static boolean matches(
      Map<String, Object> match, String method, String path, String accept) {
    boolean here =
        match.containsKey("path")
            ? path.equals(match.get("path"))
            : match.containsKey("prefix")
                ? path.startsWith(String.valueOf(match.get("prefix")))
                : path.matches(String.valueOf(cast(match.get("safe_regex")).get("regex")));
    return here
        && ((List<?>) match.getOrDefault("headers", List.of()))
            .stream().allMatch(header -> holds(cast(header), method, accept));
  }

  private static boolean holds(Map<String, Object> condition, String method, String accept) {
    String value = condition.get("name").equals(":method") ? method : accept;
    Map<String, Object> wanted = cast(condition.get("string_match"));
    boolean like =
        wanted.containsKey("exact")
            ? value.equals(wanted.get("exact"))
            : wanted.containsKey("contains")
                ? value.contains(String.valueOf(wanted.get("contains")))
                : value.matches(String.valueOf(cast(wanted.get("safe_regex")).get("regex")));
    return like != Boolean.TRUE.equals(condition.get("invert_match"));
  }

  private static String name(Map<String, Object> route) {
    return route.containsKey("name")
        ? String.valueOf(route.get("name"))
        : route.containsKey("route")
            ? "site"
            : String.valueOf(cast(route.get("direct_response")).get("status"));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> cast(Object node) {
    return (Map<String, Object>) node;
  }
}
