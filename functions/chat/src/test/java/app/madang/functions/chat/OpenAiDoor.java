package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.identity.ApiKeys;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/** An instance asked through OpenAI's interface, with a programmer's key. */
abstract class OpenAiDoor {

  static final JsonMapper JSON = new JsonMapper();
  static final HttpClient HTTP = HttpClient.newHttpClient();
  static final VendorStandIn VENDOR = new VendorStandIn();

  static final String HELLO =
      "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"안녕\"}]%s}";

  static FunctionServer server;
  static String key;

  @BeforeAll
  static void start() {
    // the person exists after the first call
    Platform.as("programmer").converse();
    Map<String, String> environment =
        Map.of(
            "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
            "OPENAI_API_KEY", "sk-vendor",
            "OPENAI_MODELS", "alpha,Qwen/Qwen3-8B");
    if (server == null) {
      server = Platform.serve(environment);
    }
    Platform.STACK.environment("chat", environment);
    key = newKey("programmer", "now() + interval '1 day'");
  }

  @BeforeEach
  void answers() {
    VENDOR.behaves(Script.says("ok"));
  }

  @AfterAll
  static void stop() {
    System.clearProperty("API_REQUESTS_PER_MINUTE");
    Platform.STACK.environment("chat");
  }

  static String newKey(String person, String expires) {
    String made = ApiKeys.generate();
    int rows =
        Platform.superuser()
            .sql(
                "INSERT INTO identity.api_keys (user_id, name, hash, hint, expires_at) SELECT id,"
                    + " 'test', ?, 'abcd', "
                    + expires
                    + " FROM identity.users WHERE email LIKE ?")
            .params(ApiKeys.hash(made), person + "%")
            .update();
    assertThat(rows).isEqualTo(1);
    return made;
  }

  static HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static HttpResponse<String> ask(String body) throws Exception {
    return post(body, "Authorization", "Bearer " + key);
  }

  static String code(HttpResponse<String> response) {
    return JSON.readTree(response.body()).path("error").path("code").asString("");
  }
}
