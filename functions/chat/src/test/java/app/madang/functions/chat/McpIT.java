package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        .containsExactlyInAnyOrder("ask", "search_documents");
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

  @Test
  void asksForATokenAndSaysWhoGivesThem() throws Exception {
    HttpResponse<String> response = post("", "{}");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("resource_metadata=\"http://")
        .contains("/.well-known/oauth-protected-resource");
    HttpResponse<String> metadata =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(Platform.ONE.url() + "/.well-known/oauth-protected-resource"))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(JSON.readTree(metadata.body()).at("/authorization_servers/0").asString())
        .isEqualTo(Platform.STACK.tokens().issuer());
    assertThat(post("mdg_" + "x".repeat(43), "{}").statusCode()).isEqualTo(401);
    assertThat(post(Platform.STACK.tokens().forgedToken("mcp"), "{}").statusCode()).isEqualTo(401);
  }
}
