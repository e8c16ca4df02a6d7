package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.identity.ApiKeys;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The protocol over HTTP, with the person's own token. */
class McpIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @BeforeAll
  static void library() {
    Platform.publish("여비규정.txt", "출장 숙박비는 하루 십오만원까지 낸다.");
  }

  private static HttpResponse<String> post(String token, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(Platform.ONE.url() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode call(String method, String params) throws Exception {
    String token = Platform.STACK.tokens().userToken("mcp");
    HttpResponse<String> response =
        post(
            token,
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + "}");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  @Test
  void saysWhatItIsAndWhatItCan() throws Exception {
    JsonNode begun = call("initialize", "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{}}");
    assertThat(begun.at("/result/protocolVersion").asString()).isEqualTo("2025-06-18");
    JsonNode newer = call("initialize", "{\"protocolVersion\":\"2099-01-01\"}");
    assertThat(newer.at("/result/protocolVersion").asString()).isEqualTo("2025-11-25");
    JsonNode tools = call("tools/list", "{}").at("/result/tools");
    assertThat(tools.valueStream().map(t -> t.path("name").asString()))
        .contains("ask", "search_documents");
    assertThat(tools.get(0).at("/inputSchema/type").asString()).isEqualTo("object");
  }

  @Test
  void searchesAndAnswersWhatTheCallerMayRead() throws Exception {
    JsonNode found =
        call("tools/call", "{\"name\":\"search_documents\",\"arguments\":{\"query\":\"출장 숙박비\"}}");
    assertThat(found.at("/result/content/0/text").asString()).contains("여비규정.txt", "십오만원");
    JsonNode answer =
        call("tools/call", "{\"name\":\"ask\",\"arguments\":{\"question\":\"출장 숙박비는 얼마?\"}}");
    assertThat(answer.at("/result/content/0/text").asString()).contains("십오만원", "[1]", "여비규정.txt");
    assertThat(answer.at("/result/isError").asBoolean()).isFalse();
  }

  @Test
  void whatIsConfidentialGoesToNoProgramOutside() throws Exception {
    java.util.UUID secret = Platform.confidential("수국.txt", "수국 계획의 암호는 여덟 자리다.");
    try {
      for (String call :
          java.util.List.of(
              "{\"name\":\"search_documents\",\"arguments\":{\"query\":\"수국 암호\"}}",
              "{\"name\":\"ask\",\"arguments\":{\"question\":\"수국 암호?\"}}")) {
        assertThat(call("tools/call", call).at("/result/content/0/text").asString())
            .doesNotContain("여덟")
            .contains("Confidential passages were found too");
      }
    } finally {
      Platform.withdraw(secret);
    }
  }

  private static final String ASK =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":"
          + "{\"name\":\"ask\",\"arguments\":{\"question\":\"출장 숙박비는 얼마?\"}}}";

  @Test
  void aKeyHasItsOwnLimitAndStandsInTheUsage() throws Exception {
    try (VendorStandIn vendor = new VendorStandIn()) {
      vendor.behaves(Script.says("십오만원이에요 [1]."));
      FunctionServer strict =
          Platform.serve(
              Map.of(
                  "OPENAI_BASE_URL", vendor.baseUrl(WireDialect.OPENAI),
                  "OPENAI_API_KEY", "sk-vendor",
                  "OPENAI_MODELS", "alpha",
                  "API_REQUESTS_PER_MINUTE", "30"));
      String one = ProgrammerKeys.of("mcpkeys");
      String other = ProgrammerKeys.of("mcpkeys");
      assertThat(post(strict, one, ASK).body()).contains("십오만원");
      int refused = 0;
      for (int i = 0; i < 8; i++) {
        HttpResponse<String> response =
            post(strict, one, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
        if (response.statusCode() == 429) {
          refused++;
          assertThat(response.headers().firstValue("Retry-After")).contains("2");
        }
      }
      assertThat(refused).isPositive();
      assertThat(post(strict, other, ASK).statusCode())
          .as("another key of the person")
          .isEqualTo(200);
      assertThat(
              Platform.superuser()
                  .sql(
                      "SELECT count(DISTINCT u.api_key_id) FROM metering.usage u"
                          + " JOIN identity.api_keys k ON k.id = u.api_key_id WHERE k.hash = ANY (?)")
                  .param(new byte[][] {ApiKeys.hash(one), ApiKeys.hash(other)})
                  .query(Long.class)
                  .single())
          .isEqualTo(2);
    } finally {
      System.clearProperty("API_REQUESTS_PER_MINUTE");
      Platform.STACK.environment("chat", Map.of());
    }
  }

  @Test
  void whoLeavesIsNotAnsweredFor() throws Exception {
    try (VendorStandIn vendor = new VendorStandIn()) {
      vendor.behaves(Script.says("nie").slow(Duration.ofSeconds(60), Duration.ZERO));
      FunctionServer server =
          Platform.serve(
              Map.of(
                  "OPENAI_BASE_URL", vendor.baseUrl(WireDialect.OPENAI),
                  "OPENAI_API_KEY", "sk-vendor",
                  "OPENAI_MODELS", "alpha"));
      String key = ProgrammerKeys.of("mcpkeys");
      byte[] request =
          "POST /mcp HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(key, ASK.getBytes(StandardCharsets.UTF_8).length, ASK)
              .getBytes(StandardCharsets.UTF_8);
      URI address = URI.create(server.url());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket.getOutputStream().write(request);
        for (int i = 0; i < 600 && vendor.open() == 0; i++) {
          Thread.sleep(50);
        }
        assertThat(vendor.open()).isEqualTo(1);
      }
      long tokens = 0;
      for (int i = 0; i < 200 && tokens == 0; i++) {
        Thread.sleep(50);
        tokens =
            Platform.superuser()
                .sql(
                    "SELECT coalesce(sum(u.input_tokens), 0) FROM metering.usage u"
                        + " JOIN identity.api_keys k ON k.id = u.api_key_id"
                        + " WHERE k.hash = ? AND u.outcome = 'CANCELLED'")
                .param(ApiKeys.hash(key))
                .query(Long.class)
                .single();
      }
      assertThat(tokens).isPositive();
    } finally {
      Platform.STACK.environment("chat", Map.of());
    }
  }

  private static HttpResponse<String> post(FunctionServer server, String key, String body)
      throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void refusesInTheProtocolsWords() throws Exception {
    assertThat(call("tools/call", "{\"name\":\"rm\"}").at("/error/code").asInt()).isEqualTo(-32602);
    assertThat(call("tools/call", "{\"name\":\"ask\",\"arguments\":{}}").at("/error/code").asInt())
        .isEqualTo(-32602);
    assertThat(call("resources/list", "{}").at("/error/code").asInt()).isEqualTo(-32601);
    String token = Platform.STACK.tokens().userToken("mcp");
    assertThat(post(token, "{").statusCode()).isEqualTo(400);
    assertThat(post(token, "[]").body()).contains("-32600");
    assertThat(
            post(token, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}")
                .statusCode())
        .isEqualTo(202);
    assertThat(post(token, "{}", "MCP-Protocol-Version", "1999-01-01").statusCode()).isEqualTo(400);
    assertThat(post(token, "{}", "Origin", "https://evil.example").statusCode()).isEqualTo(403);
  }

  private static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"%s\","
          + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"t\",\"version\":\"1\"},"
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  /** A request of revision 2026-07-28, or nearly one. */
  private static HttpResponse<String> modern(
      String version, String method, String params, String... headers) throws Exception {
    return post(
        Platform.STACK.tokens().userToken("mcp"),
        "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"%s\",\"params\":{%s%s}}"
            .formatted(method, params, META.formatted(version)),
        headers);
  }

  private static String[] headers(String method, String... more) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", method),
            java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  @Test
  void speaksTheRevisionWithoutASession() throws Exception {
    HttpResponse<String> found =
        modern("2026-07-28", "server/discover", "", headers("server/discover"));
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    JsonNode self = JSON.readTree(found.body()).path("result");
    assertThat(self.path("resultType").asString()).isEqualTo("complete");
    assertThat(self.at("/supportedVersions/0").asString()).isEqualTo("2026-07-28");
    assertThat(self.path("capabilities").has("tools")).isTrue();
    assertThat(self.path("ttlMs").asInt()).isPositive();
    assertThat(
            self.path("_meta").path("io.modelcontextprotocol/serverInfo").path("name").asString())
        .isEqualTo("madang");
    JsonNode tools =
        JSON.readTree(modern("2026-07-28", "tools/list", "", headers("tools/list")).body());
    assertThat(tools.at("/result/tools/1/name").asString()).isEqualTo("search_documents");
    assertThat(tools.at("/result/cacheScope").asString()).isEqualTo("private");
    String call = "\"name\":\"search_documents\",\"arguments\":{\"query\":\"출장 숙박비\"},";
    for (String name :
        java.util.List.of("search_documents", "=?base64?c2VhcmNoX2RvY3VtZW50cw==?=")) {
      JsonNode answer =
          JSON.readTree(
              modern("2026-07-28", "tools/call", call, headers("tools/call", "Mcp-Name", name))
                  .body());
      assertThat(answer.at("/result/content/0/text").asString()).contains("십오만원");
      assertThat(answer.at("/result/resultType").asString()).isEqualTo("complete");
      assertThat(answer.path("id").asString()).isEqualTo("a");
    }
  }

  @Test
  void refusesWhatTheRevisionRefuses() throws Exception {
    HttpResponse<String> future =
        modern("2099-01-01", "tools/list", "", "MCP-Protocol-Version", "2099-01-01");
    refused(future, 400, -32_022);
    assertThat(JSON.readTree(future.body()).at("/error/data/supported/0").asString())
        .isEqualTo("2026-07-28");
    assertThat(JSON.readTree(future.body()).at("/error/data/requested").asString())
        .isEqualTo("2099-01-01");
    refused(modern("2026-07-28", "tools/list", ""), 400, -32_020);
    refused(modern("2026-07-28", "tools/list", "", headers("tools/call")), 400, -32_020);
    refused(
        modern(
            "2026-07-28",
            "tools/list",
            "",
            "MCP-Protocol-Version",
            "2025-11-25",
            "Mcp-Method",
            "tools/list"),
        400,
        -32_020);
    refused(
        modern(
            "2026-07-28",
            "tools/call",
            "\"name\":\"ask\",",
            headers("tools/call", "Mcp-Name", "search_documents")),
        400,
        -32_020);
    refused(modern("2026-07-28", "initialize", "", headers("initialize")), 404, -32_601);
    refused(modern("2026-07-28", "ping", "", headers("ping")), 404, -32_601);
    String token = Platform.STACK.tokens().userToken("mcp");
    String bare = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    refused(post(token, bare, headers("tools/list")), 400, -32_602);
    String noId = "{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}";
    assertThat(post(token, noId).body()).contains("-32600");
  }

  private static void refused(HttpResponse<String> response, int status, int code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).at("/error/code").asInt()).isEqualTo(code);
  }

  @Test
  void aNameThatWasMadeToPointHereIsNotBelieved() throws Exception {
    String token = Platform.STACK.tokens().userToken("mcp");
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    String[] rebound = {
      "Origin",
      "http://evil.example",
      "X-Forwarded-Host",
      "evil.example",
      "X-Forwarded-Proto",
      "http"
    };
    assertThat(post(token, ping, rebound).statusCode()).isEqualTo(403);
    String own = Platform.ONE.url().toString();
    assertThat(post(token, ping, "Origin", own).statusCode()).isEqualTo(200);
  }

  @Test
  void asksForATokenAndSaysWhoGivesThem() throws Exception {
    HttpResponse<String> response = post("", "{}");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("resource_metadata=\"http://")
        .contains("/.well-known/oauth-protected-resource");
    for (String path : java.util.List.of("", "/mcp")) {
      String where = Platform.ONE.url() + "/.well-known/oauth-protected-resource" + path;
      HttpResponse<String> metadata =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(where)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(JSON.readTree(metadata.body()).at("/authorization_servers/0").asString())
          .isEqualTo(Platform.STACK.tokens().issuer());
    }
    assertThat(post("mdg_" + "x".repeat(43), "{}").statusCode()).isEqualTo(401);
    assertThat(post(Platform.STACK.tokens().forgedToken("mcp"), "{}").statusCode()).isEqualTo(401);
  }
}
