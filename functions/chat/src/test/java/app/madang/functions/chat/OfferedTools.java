package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An instance that offers a released tool to programs: as a model, an operation and a tool of MCP.
 */
abstract class OfferedTools {

  static final JsonMapper JSON = new JsonMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();
  static final VendorStandIn VENDOR = new VendorStandIn();
  static final AtomicReference<JsonNode> ASKED = new AtomicReference<>();
  static FunctionServer server;
  static UUID leave;
  static UUID tool;
  static String key;

  @BeforeAll
  static void library() {
    leave = Platform.publish("안식 규정.txt", "붉은배새매 안식 휴가는 한 해에 사흘이다.");
    tool = ToolRows.released("반드시 한 문장으로 답한다.", "beta", leave);
    Map<String, String> environment =
        Map.of(
            "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
            "OPENAI_API_KEY", "sk-vendor",
            "OPENAI_MODELS", "alpha,beta",
            "MODEL_PRIVATE_ADDRESSES", "true");
    if (server == null) {
      server = Platform.serve(environment);
    }
    Platform.STACK.environment("chat", environment);
    key = ProgrammerKeys.of("door-user");
    behaves();
  }

  static void behaves() {
    VENDOR.behaves(
        call -> {
          if (call.body().toString().contains("Rewrite the last question")) {
            return Script.says("붉은배새매 안식 휴가는 며칠?");
          }
          ASKED.set(call.body());
          return Script.says("사흘이에요", " [1].");
        });
  }

  /** Says the one and the other in turns. */
  static void behaves(List<String> said, String one, String other) {
    said.clear();
    VENDOR.behaves(
        call -> {
          said.add(call.body().toString());
          return Script.says(said.size() % 2 == 1 ? one : other);
        });
  }

  @AfterAll
  static void tidy() {
    Platform.withdraw(leave);
    ToolRows.revoke(tool);
    Platform.STACK.environment("chat");
  }

  static HttpResponse<String> call(
      FunctionServer at, String token, String method, String path, String body) throws Exception {
    HttpRequest.Builder request =
        at.request(path)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> complete(String token, UUID of, String more) throws Exception {
    String body =
        """
        {"model":"tool-%s","messages":[{"role":"user","content":"붉은배새매 안식 휴가는 며칠?"}]%s}"""
            .formatted(of, more);
    return call(server, token, "POST", "/openai/v1/chat/completions", body);
  }

  static HttpResponse<String> run(String token, UUID of, String body) throws Exception {
    return call(server, token, "POST", "/v1/store/tools/" + of + "/runs", body);
  }

  static JsonNode mcp(String token, String method, String params) throws Exception {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    HttpResponse<String> response = call(server, token, "POST", "/mcp", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  static String mcpName(UUID of) {
    return "tool_" + of.toString().replace("-", "");
  }

  static List<String> models(String token) throws Exception {
    JsonNode list = JSON.readTree(call(server, token, "GET", "/openai/v1/models", "").body());
    return list.path("data").valueStream().map(model -> model.path("id").asString()).toList();
  }
}
