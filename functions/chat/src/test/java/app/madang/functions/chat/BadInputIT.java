package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers may try. */
class BadInputIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;
  private static String key;

  @BeforeAll
  static void start() {
    server =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-vendor",
                "OPENAI_MODELS", "alpha",
                "OPENAI_EMBEDDINGS", "vectors",
                "OPENAI_CONTEXT_TOKENS", "6000",
                "API_REQUESTS_PER_MINUTE", "6000"));
    key = ProgrammerKeys.of("tinkerer");
  }

  @AfterAll
  static void stop() {
    Platform.STACK.environment("chat", Map.of("OPENAI_CONTEXT_TOKENS", "128000"));
    VENDOR.close();
  }

  @BeforeEach
  void behaves() {
    VENDOR.behaves(Script.says("ok"));
    VENDOR.received().clear();
  }

  private static String hello(String model) {
    return JSON.writeValueAsString(
        Map.of("model", model, "messages", List.of(Map.of("role", "user", "content", "안녕"))));
  }

  private static HttpResponse<String> post(String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> complete(String body, String... headers) throws Exception {
    return post("/openai/v1/chat/completions", body, headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../alpha", "alpha/../../etc/passwd", "alpha%2f..", "alpha?key=1", "alpha#x", "alpha\u0000",
        " alpha", "alpha ", "ａlpha", "http://169.254.169.254/alpha", "", "alpha\nX: y"
      })
  void aModelIsANameAndNoPath(String model) throws Exception {
    HttpResponse<String> response = complete(hello(model), "Authorization", "Bearer " + key);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    JsonNode error = JSON.readTree(response.body()).path("error");
    assertThat(error.path("param").asString()).isEqualTo("model");
    assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
    assertThat(VENDOR.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALPHA", "alpha2", "gpt-4o", "environment", "extractive", "ft:alpha:x"})
  void anUnknownModelIsNotFoundInOpenAisShape(String model) throws Exception {
    for (String more : List.of("}", ",\"stream\":true}")) {
      String body = hello(model).replaceAll("}$", "") + more;
      HttpResponse<String> response = complete(body, "Authorization", "Bearer " + key);
      assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
      JsonNode error = JSON.readTree(response.body()).path("error");
      assertThat(error.path("code").asString()).isEqualTo("model_not_found");
      assertThat(error.path("message").asString()).contains(model);
    }
  }

  @Test
  void aPromptOverTheContextIsRefusedWithBothNumbers() throws Exception {
    String body = hello("alpha").replace("안녕", "가".repeat(10_000));
    HttpResponse<String> response = complete(body, "Authorization", "Bearer " + key);
    assertThat(response.statusCode()).isEqualTo(400);
    // 1.2 tokens a syllable, 8 for the message, 4,096 for the answer
    assertThat(response.body()).contains("context_length_exceeded", "6000 tokens", "16104 tokens");
    Client person = Platform.at(server, "tinkerer");
    AnswerReader reader = person.askModel(person.converse(), "가".repeat(10_000), "alpha");
    reader.all();
    JsonNode problem = reader.last().data().path("problem");
    assertThat(problem.path("code").asString()).isEqualTo("context_too_long");
    assertThat(problem.toString()).contains("6000").containsPattern("1[6-9]\\d{3}");
    assertThat(VENDOR.received()).isEmpty();
  }

  @Test
  void nobodyChoosesWhereAKeyIsSent() throws Exception {
    for (String field : List.of("base_url", "api_base", "baseUrl", "endpoint", "extra_body")) {
      String body =
          hello("alpha").replaceAll("}$", "") + ",\"" + field + "\":\"http://127.0.0.1:9\"}";
      assertThat(complete(body, "Authorization", "Bearer " + key).statusCode()).isEqualTo(400);
    }
    assertThat(VENDOR.received()).isEmpty();
    HttpResponse<String> response =
        complete(
            hello("alpha"),
            "Authorization",
            "Bearer " + key,
            "X-Base-Url",
            "http://127.0.0.1:9",
            "OpenAI-Base-Url",
            "http://127.0.0.1:9",
            "X-Forwarded-Host",
            "127.0.0.1:9",
            "OpenAI-Organization",
            "org-else");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(VENDOR.received()).hasSize(1);
    assertThat(VENDOR.received().peek().headers())
        .containsEntry("authorization", "Bearer sk-vendor")
        .doesNotContainKeys("openai-organization", "x-base-url");
  }

  @Test
  void aKeyInAnyOtherFormIsNoKey() throws Exception {
    assertThat(complete(hello("alpha"), "Authorization", "bearer " + key).statusCode())
        .as("a scheme has no case")
        .isEqualTo(200);
    String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
    assertThat(post("/mcp", ping, "Authorization", "BEARER " + key).statusCode()).isEqualTo(200);
    String[][] forms = {
      {},
      {"Authorization", "Bearer  " + key},
      {"Authorization", "Bearer\t" + key},
      {"Authorization", "Bearer " + key + ",Bearer " + key},
      {"Authorization", "Bearer " + key + "x"},
      {"Authorization", "Token " + key},
      {"Authorization", key},
      {"X-Api-Key", key},
      {"Api-Key", key},
      {"X-Goog-Api-Key", key},
      {"X-Forwarded-Authorization", "Bearer " + key},
      {"Proxy-Authorization", "Bearer " + key},
      {"Cookie", "Authorization=Bearer " + key},
      {"Authorization", "Bearer " + key, "authorization", "Bearer " + key}
    };
    for (String[] form : forms) {
      HttpResponse<String> response = complete(hello("alpha"), form);
      assertThat(response.statusCode()).as(String.join(" ", form)).isEqualTo(401);
      assertThat(JSON.readTree(response.body()).at("/error/code").asString())
          .isEqualTo("invalid_api_key");
      assertThat(post("/mcp", ping, form).statusCode()).as(String.join(" ", form)).isEqualTo(401);
    }
    // on a connection that sent the key before, Jetty finds its cached header without regard to
    // case
    try (HttpClient fresh = HttpClient.newHttpClient()) {
      String shouted = "Bearer " + key.toUpperCase(java.util.Locale.ROOT);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/chat/completions"))
              .header("Content-Type", "application/json")
              .header("Authorization", shouted)
              .POST(HttpRequest.BodyPublishers.ofString(hello("alpha")))
              .build();
      assertThat(fresh.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(401);
    }
    for (String query :
        List.of("?api_key=", "?key=", "?access_token=", "?api-version=1&api-key=")) {
      String path = "/openai/v1/chat/completions" + query + key;
      assertThat(post(path, hello("alpha")).statusCode()).as(query).isEqualTo(401);
    }
    assertThat(VENDOR.received()).hasSize(1);
  }

  @Test
  void aSuspendedPersonsKeysAndStreamsDieWithinAMinute() throws Exception {
    String leaving = ProgrammerKeys.of("goner");
    String[] pieces = java.util.Collections.nCopies(200, "말 ").toArray(String[]::new);
    VENDOR.behaves(Script.says(pieces).slow(Duration.ZERO, Duration.ofMillis(500)));
    String body = hello("alpha").replaceAll("}$", "") + ",\"stream\":true}";
    HttpResponse<InputStream> stream =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + leaving)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    assertThat(stream.body().read()).isPositive();
    VENDOR.received().clear();
    VENDOR.behaves(Script.says("nie").slow(Duration.ofSeconds(100), Duration.ZERO));
    ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor();
    Future<HttpResponse<String>> whole =
        caller.submit(() -> complete(hello("alpha"), "Authorization", "Bearer " + leaving));
    Future<HttpResponse<String>> vectors =
        caller.submit(
            () ->
                post(
                    "/openai/v1/embeddings",
                    "{\"model\":\"vectors\",\"input\":\"a\"}",
                    "Authorization",
                    "Bearer " + leaving));
    while (VENDOR.received().size() < 2) {
      Thread.sleep(20);
    }
    long from = System.nanoTime();
    Platform.superuser()
        .sql("UPDATE identity.users SET suspended_at = now() WHERE email LIKE 'goner@%'")
        .update();
    // all three would go on for a hundred seconds
    stream.body().readAllBytes();
    for (Future<HttpResponse<String>> running : List.of(whole, vectors)) {
      HttpResponse<String> taken = running.get(60, TimeUnit.SECONDS);
      assertThat(taken.statusCode()).isEqualTo(401);
      assertThat(taken.body()).contains("invalid_api_key");
    }
    caller.close();
    assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(60));
    VENDOR.behaves(Script.says("ok"));
    while (complete(hello("alpha"), "Authorization", "Bearer " + leaving).statusCode() == 200) {
      assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(60));
      Thread.sleep(500);
    }
  }
}
