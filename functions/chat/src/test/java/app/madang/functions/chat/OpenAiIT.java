package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.identity.ApiKeys;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's interface over HTTP. */
class OpenAiIT {

  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static final String HELLO =
      "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"안녕\"}]%s}";
  private static FunctionServer server;
  private static String key;

  @BeforeAll
  static void start() {
    // the person exists after the first call
    Platform.as("programmer").converse();
    server =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-vendor",
                "OPENAI_MODELS", "alpha,Qwen/Qwen3-8B"));
    key = newKey("programmer", "now() + interval '1 day'");
  }

  @AfterAll
  static void stop() {
    System.clearProperty("API_REQUESTS_PER_MINUTE");
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  private static String newKey(String person, String expires) {
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

  private static HttpResponse<String> post(String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/chat/completions"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> ask(String body) throws Exception {
    return post(body, "Authorization", "Bearer " + key);
  }

  private static String code(HttpResponse<String> response) {
    return JSON.readTree(response.body()).path("error").path("code").asString("");
  }

  @Test
  void answersAsOpenAiDoes() throws Exception {
    VENDOR.behaves(Script.says("안녕", "하세요"));
    VENDOR.received().clear();
    HttpResponse<String> response = ask(HELLO.formatted(""));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode body = JSON.readTree(response.body());
    assertThat(body.at("/choices/0/message/content").asString()).isEqualTo("안녕하세요");
    assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
    assertThat(body.at("/usage/prompt_tokens").asInt()).isEqualTo(Script.INPUT_TOKENS);
    assertThat(VENDOR.received().remove().headers())
        .as("the caller's key stays here")
        .containsEntry("authorization", "Bearer sk-vendor");
  }

  @Test
  void streamsAsOpenAiDoes() throws Exception {
    VENDOR.behaves(Script.says("하나 ", "\"둘\"\n", "셋"));
    HttpResponse<String> response =
        ask(HELLO.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
    List<String> data =
        response
            .body()
            .lines()
            .filter(l -> l.startsWith("data: "))
            .map(l -> l.substring(6))
            .toList();
    assertThat(data).last().isEqualTo("[DONE]");
    StringBuilder text = new StringBuilder();
    for (String chunk : data.subList(0, data.size() - 1)) {
      text.append(JSON.readTree(chunk).at("/choices/0/delta/content").asString(""));
    }
    assertThat(text).hasToString("하나 \"둘\"\n셋");
    assertThat(JSON.readTree(data.get(data.size() - 2)).at("/usage/completion_tokens").asInt())
        .isEqualTo(3);
  }

  @Test
  void toolsGoThereAndBack() throws Exception {
    VENDOR.behaves(Script.calls("lookup", "{\"q\":\"연차\"}"));
    String tools =
        ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"lookup\",\"parameters\":{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"}}}}}]";
    JsonNode body = JSON.readTree(ask(HELLO.formatted(tools)).body());
    assertThat(body.at("/choices/0/message/tool_calls/0/function/name").asString())
        .isEqualTo("lookup");
    assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("tool_calls");
    String streamed = ask(HELLO.formatted(tools + ",\"stream\":true")).body();
    assertThat(streamed).contains("\"name\":\"lookup\"").contains("tool_calls");
  }

  @Test
  void aNamedToolIsTheOnlyOne() throws Exception {
    VENDOR.behaves(Script.calls("b", "{}"));
    VENDOR.received().clear();
    String tools =
        ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a\"}},{\"type\":\"function\",\"function\":{\"name\":\"b\",\"strict\":true}}],\"parallel_tool_calls\":false,\"seed\":7,\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"%s\"}}";
    assertThat(ask(HELLO.formatted(tools.formatted("b"))).statusCode()).isEqualTo(200);
    JsonNode asked = VENDOR.received().remove().body();
    assertThat(asked.path("tools")).hasSize(1);
    assertThat(asked.at("/tools/0/function/name").asString()).isEqualTo("b");
    assertThat(asked.at("/tools/0/function/strict").asBoolean()).isTrue();
    assertThat(asked.path("tool_choice").asString()).isEqualTo("required");
    assertThat(asked.path("parallel_tool_calls").asBoolean(true)).isFalse();
    assertThat(asked.path("seed").asInt()).isEqualTo(7);
    assertThat(ask(HELLO.formatted(tools.formatted("c"))).statusCode()).isEqualTo(400);
  }

  /** As the list of models names it. */
  private static String id(String begins) throws Exception {
    String models =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/models"))
                    .header("Authorization", "Bearer " + key)
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return JSON.readTree(models)
        .path("data")
        .valueStream()
        .map(model -> model.path("id").asString())
        .filter(id -> id.startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVendorsNameWithASlashIsAnAlias() throws Exception {
    VENDOR.behaves(Script.says("네"));
    VENDOR.received().clear();
    for (String name : List.of("Qwen/Qwen3-8B", id("qwen-qwen3-8b-"))) {
      HttpResponse<String> response = ask(HELLO.formatted("").replace("alpha", name));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(VENDOR.received().remove().body().path("model").asString())
          .isEqualTo("Qwen/Qwen3-8B");
    }
  }

  @Test
  void privateValuesStayHere() throws Exception {
    VENDOR.behaves(Script.says("[[PHONE_1]] 로 걸게요"));
    VENDOR.received().clear();
    HttpResponse<String> response =
        ask(
            "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"010-1234-5678\"}]}");
    assertThat(response.body()).contains("010-1234-5678 로 걸게요");
    assertThat(VENDOR.received().remove().body().toString()).doesNotContain("1234-5678");
  }

  @Test
  void failuresAreInOpenAisWords() throws Exception {
    HttpResponse<String> unknown =
        ask("{\"model\":\"gpt-9\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(code(unknown)).isEqualTo("model_not_found");
    HttpResponse<String> tooLong =
        ask(
            "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + "가".repeat(200_000)
                + "\"}]}");
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(code(tooLong)).isEqualTo("context_length_exceeded");
    assertThat(tooLong.body()).contains("128000 tokens");
    VENDOR.behaves(Script.fails(500));
    assertThat(ask(HELLO.formatted("")).statusCode()).isEqualTo(503);
    VENDOR.behaves(Script.says("a", "b").ends(Ending.CUT, 1));
    String cut = ask(HELLO.formatted(",\"stream\":true")).body();
    assertThat(cut).contains("\"content\":\"a\"").contains("\"error\"").endsWith("[DONE]\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"model\":1}",
        "{\"model\":\"../x\",\"messages\":[]}",
        "{\"model\":\"alpha\"}",
        "{\"model\":\"alpha\",\"messages\":[]}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"root\",\"content\":\"x\"}]}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"base_url\":\"http://169.254.169.254\"}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://169.254.169.254/x.png\"}}]}]}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"n\":3}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":9}"
      })
  void oddBodiesAreRefused(String body) throws Exception {
    HttpResponse<String> response = ask(body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).path("error").path("message").isString()).isTrue();
  }

  @Test
  void onlyAKeyThatWorksIsAdmitted() throws Exception {
    String expired = newKey("programmer", "now() - interval '1 second'");
    for (String value :
        List.of(
            "",
            "Bearer",
            "Bearer ",
            "Bearer  " + key,
            "Bearer " + key + " ",
            "Basic " + key,
            key,
            "Bearer " + expired,
            "Bearer " + ApiKeys.generate(),
            "Bearer " + Platform.STACK.tokens().userToken("programmer"))) {
      HttpResponse<String> response = post(HELLO.formatted(""), "Authorization", value);
      // a client library trims what ends a header, and so the key is whole
      if (!value.equals("Bearer " + key + " ")) {
        assertThat(response.statusCode()).as(value).isEqualTo(401);
        assertThat(code(response)).isEqualTo("invalid_api_key");
      }
    }
    assertThat(post(HELLO.formatted(""), "X-Api-Key", key).statusCode()).isEqualTo(401);
    assertThat(
            post(HELLO.formatted(""), "Authorization", "Bearer x", "Authorization", "Bearer " + key)
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void theKeyOpensNothingElse() throws Exception {
    HttpResponse<String> response = server.call(key, "GET", "/v1/conversations", "");
    assertThat(response.statusCode()).isEqualTo(401);
  }

  @Test
  void whoLeavesIsNotWrittenFor() throws Exception {
    for (String kind : List.of("", ",\"stream\":true")) {
      VENDOR.behaves(Script.says("nie").slow(Duration.ofSeconds(60), Duration.ZERO));
      VENDOR.received().clear();
      String body = HELLO.formatted(kind);
      byte[] request =
          "POST /openai/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(key, body.getBytes(StandardCharsets.UTF_8).length, body)
              .getBytes(StandardCharsets.UTF_8);
      URI address = URI.create(server.url());
      try (Socket socket = new Socket(address.getHost(), address.getPort())) {
        socket.getOutputStream().write(request);
        waitFor(() -> !VENDOR.received().isEmpty());
      }
      long left = System.nanoTime();
      waitFor(() -> cancelled() > 0);
      assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(10));
      Platform.superuser().sql("DELETE FROM metering.usage WHERE outcome = 'CANCELLED'").update();
    }
  }

  @Test
  void whoSendsMoreBeforeTheAnswerIsToldToSendItAgain() throws Exception {
    VENDOR.behaves(Script.says("네").slow(Duration.ofMillis(3500), Duration.ZERO));
    VENDOR.received().clear();
    String body = HELLO.formatted("");
    byte[] request =
        "POST /openai/v1/chat/completions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(key, body.getBytes(StandardCharsets.UTF_8).length, body)
            .getBytes(StandardCharsets.UTF_8);
    URI address = URI.create(server.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request);
      waitFor(() -> !VENDOR.received().isEmpty());
      socket.getOutputStream().write(request);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(read);
      } catch (SocketException e) {
        // what was sent too early is thrown away with the connection
      }
      String answer = read.toString(StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 200")
          .containsIgnoringCase("connection: close")
          .containsOnlyOnce("HTTP/1.1")
          .contains("네");
    }
    assertThat(VENDOR.received()).hasSize(1);
  }

  /** Input tokens of calls that were broken off. */
  private static long cancelled() {
    return Platform.superuser()
        .sql(
            "SELECT coalesce(sum(input_tokens), 0) FROM metering.usage WHERE outcome = 'CANCELLED'")
        .query(Long.class)
        .single();
  }

  private static void waitFor(BooleanSupplier what) throws InterruptedException {
    for (int i = 0; i < 600 && !what.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(what.getAsBoolean()).isTrue();
  }

  @Test
  void aSuspendedPersonsKeyDiesWithinAMinute() throws Exception {
    Platform.as("leaver").converse();
    String leaving = newKey("leaver", "now() + interval '1 day'");
    Platform.superuser()
        .sql("UPDATE identity.users SET suspended_at = now() WHERE email LIKE 'leaver%'")
        .update();
    assertThat(post(HELLO.formatted(""), "Authorization", "Bearer " + leaving).statusCode())
        .isEqualTo(401);
  }

  @Test
  void whoAsksTooOftenWaits() throws Exception {
    FunctionServer strict =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-vendor",
                "OPENAI_MODELS", "alpha",
                "API_REQUESTS_PER_MINUTE", "30"));
    String eager = newKey("programmer", "now() + interval '1 day'");
    VENDOR.behaves(Script.says("ok"));
    int refused = 0;
    for (int i = 0; i < 8; i++) {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(strict.url() + "/openai/v1/models"))
                  .header("Authorization", "Bearer " + eager)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() == 429) {
        refused++;
        assertThat(response.headers().firstValue("Retry-After")).contains("2");
      }
    }
    assertThat(refused).isBetween(2, 4);
  }

  @Test
  void everyAttemptIsMetered() throws Exception {
    VENDOR.behaves(Script.says("x", "y"));
    ask(HELLO.formatted(""));
    Long rows =
        Platform.superuser()
            .sql(
                "SELECT count(*) FROM metering.usage WHERE model = 'alpha' AND output_tokens = 2"
                    + " AND api_key_id IS NOT NULL AND at > now() - interval '1 minute'")
            .query(Long.class)
            .single();
    assertThat(rows).isPositive();
  }

  @Test
  void whenTheReaderLeavesTheModelIsLeftToo() throws Exception {
    VENDOR.behaves(Script.says("a", "b").ends(Ending.HANG, 1));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/chat/completions"))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + key)
            .POST(HttpRequest.BodyPublishers.ofString(HELLO.formatted(",\"stream\":true")))
            .build();
    HttpResponse<java.io.InputStream> response =
        HTTP.send(request, HttpResponse.BodyHandlers.ofInputStream());
    response.body().read();
    response.body().close();
    long end = System.nanoTime() + Duration.ofSeconds(6).toNanos();
    while (VENDOR.open() > 0 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    Long cancelled =
        Platform.superuser()
            .sql(
                "SELECT count(*) FROM metering.usage WHERE outcome = 'CANCELLED'"
                    + " AND at > now() - interval '1 minute'")
            .query(Long.class)
            .single();
    assertThat(cancelled).isPositive();
  }

  @Test
  void oneModelIsToldByItsId() throws Exception {
    assertThat(model("alpha", key).body()).contains("\"id\":\"alpha\"", "\"object\":\"model\"");
    HttpResponse<String> unknown = model("nobody", key);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"code\":\"model_not_found\"");
    assertThat(model("alpha", "mdg_wrong").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> model(String id, String with) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/models/" + id))
            .header("Authorization", "Bearer " + with)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
