package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.PinnedSockets;
import app.madang.runtime.outbound.PublicAddress;
import app.madang.runtime.outbound.WebDoor;
import app.madang.testing.vendors.McpStandIn;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RemoteToolsTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final PinnedSockets SOCKETS =
      new PinnedSockets(
          (SSLSocketFactory) SSLSocketFactory.getDefault(),
          PublicAddress::orPrivate,
          InetAddress::getAllByName);

  @AfterAll
  static void close() {
    SOCKETS.close();
  }

  private static RemoteTools at(McpStandIn there, String known) {
    return RemoteTools.at(
        new WebDoor(SOCKETS), there.address(), Map.of(), Duration.ofSeconds(10), known);
  }

  /** A tool's definition with a schema of one argument. */
  private static String tool(String name, String argument) {
    return "{\"name\":\"%s\",\"inputSchema\":{\"type\":\"object\",\"properties\":{\"a\":%s}}}"
        .formatted(name, argument);
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void eachRevisionIsFoundOutWhateverWasKnownOfTheServer(boolean modern) {
    String version = modern ? RemoteTools.MODERN : "2025-11-25";
    for (String known : List.of(RemoteTools.MODERN, "2025-11-25")) {
      try (McpStandIn there = new McpStandIn(modern)) {
        there.offers(
            tool("one", "{}"), tool("둘", "{\"x-mcp-header\":\"Region\",\"type\":\"integer\"}"));
        there.answers(
            """
            "result":{"content":[{"type":"text","text":"첫째"},{"type":"audio","data":"x"},
              {"type":"resource","resource":{"uri":"u:1","text":"둘째"}},{"type":"resource","resource":{"uri":"u:2"}},
              {"type":"resource_link","uri":"u:3"}]}""");
        try (RemoteTools tools = at(there, known)) {
          assertThat(tools.version()).isEqualTo(version);
          List<RemoteTool> found = tools.list();
          assertThat(found).extracting(RemoteTool::name).containsExactly("one", "둘");
          RemoteTools.Result result = tools.call(found.get(1), json("{\"a\":7}"));
          assertThat(result.wrong()).isFalse();
          assertThat(result.text()).isEqualTo("첫째\n(audio)\n둘째\n(u:2)\nu:3");
          String call =
              there.seen().stream()
                  .filter(line -> line.contains("tools/call"))
                  .findFirst()
                  .orElseThrow();
          assertThat(call).contains("둘 {\"a\":7}").endsWith("region=" + (modern ? "7" : "null"));
          there.answers("\"result\":{\"structuredContent\":{\"n\":1}}");
          assertThat(tools.call(found.get(0), json("{}")).text()).isEqualTo("{\"n\":1}");
          there.answers("\"error\":{\"code\":-32602,\"message\":\"no\"}");
          assertThat(tools.call(found.get(0), json("{}")))
              .isEqualTo(new RemoteTools.Result(true, "no"));
          there.answers("\"result\":{\"resultType\":\"input_required\",\"inputRequests\":{}}");
          assertThatThrownBy(() -> tools.call(found.get(0), json("{}")))
              .isInstanceOf(OutboundRefused.class)
              .hasMessage("not_mcp");
        }
      }
    }
  }

  @Test
  void definitionsThatBreakTheRulesAreLeftOutAndEndlessListsRefused() {
    try (McpStandIn there = new McpStandIn(true)) {
      there.offers(
          tool("twice", "{}"),
          tool("twice", "{\"type\":\"string\"}"),
          tool("", "{}"),
          "{\"name\":\"nothing\"}",
          "{\"name\":\"list\",\"inputSchema\":{\"type\":\"array\"}}",
          tool("line", "{\"type\":\"string\",\"x-mcp-header\":\"a\\r\\nb\"}"),
          tool("number", "{\"type\":\"number\",\"x-mcp-header\":\"A\"}"),
          tool(
              "deep",
              "{\"type\":\"array\",\"items\":{\"type\":\"string\",\"x-mcp-header\":\"A\"}}"),
          tool(
              "good",
              "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\",\"x-mcp-header\":\"B\"}}}"));
      try (RemoteTools tools = at(there, RemoteTools.MODERN)) {
        List<RemoteTool> found = tools.list();
        assertThat(found).extracting(RemoteTool::name).containsExactly("good");
        assertThat(found.getFirst().mirrored()).isEqualTo(Map.of("Mcp-Param-B", List.of("a", "b")));
      }
      there.offers(
          java.util.stream.IntStream.range(0, 30)
              .mapToObj(n -> tool("t" + n, "{}"))
              .toArray(String[]::new));
      try (RemoteTools tools = at(there, RemoteTools.MODERN)) {
        assertThatThrownBy(tools::list).hasMessage("too_large");
      }
    }
  }

  @Test
  void aHashKnowsEveryWordButNotTheOrderOfMembers() {
    String words =
        "{\"name\":\"a\",\"description\":\"d\",\"inputSchema\":{\"type\":\"object\",\"title\":\"t\"}}";
    String turned =
        "{\"inputSchema\":{\"title\":\"t\",\"type\":\"object\"},\"description\":\"d\",\"name\":\"a\",\"_meta\":{\"n\":1}}";
    assertThat(hash(turned)).isEqualTo(hash(words));
    for (String change :
        List.of(
            "\"d\"=\"e\"",
            "\"t\"=\"u\"",
            "\"a\",=\"a\",\"title\":\"x\",",
            "\"a\",=\"a\",\"annotations\":{},")) {
      String[] parts = change.split("=");
      assertThat(hash(words.replace(parts[0], parts[1]))).as(change).isNotEqualTo(hash(words));
    }
  }

  private static String hash(String definition) {
    return RemoteTool.of(json(definition)).orElseThrow().hash();
  }
}
