package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenAI's embeddings over HTTP. */
class EmbeddingsIT {

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
                "API_REQUESTS_PER_MINUTE", "6000",
                "EMBEDDING_URL", "http://127.0.0.1:1"));
    key = ProgrammerKeys.of("programmer");
  }

  @AfterAll
  static void stop() {
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  @AfterEach
  void forget() {
    VENDOR.behaves(Script.says("ok"));
    VENDOR.received().clear();
    Platform.superuser().sql("DELETE FROM metering.budgets").update();
  }

  private static HttpResponse<String> ask(String body) throws Exception {
    return HTTP.send(request(key, body), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest request(String with, String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/embeddings"))
        .header("Content-Type", "application/json")
        .header("Authorization", "Bearer " + with)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static JsonNode ok(String body) throws Exception {
    HttpResponse<String> response = ask(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static String code(HttpResponse<String> response) {
    return JSON.readTree(response.body()).at("/error/code").asString("");
  }

  @Test
  void answersAsOpenAiDoesInBothEncodings() throws Exception {
    JsonNode floats = ok("{\"model\":\"vectors\",\"input\":[\"가\",\"나다라\"]}");
    assertThat(floats.path("object").asString()).isEqualTo("list");
    assertThat(floats.path("model").asString()).isEqualTo("vectors");
    assertThat(floats.at("/usage/prompt_tokens").asInt()).isEqualTo(6);
    assertThat(floats.at("/data/1/index").asInt()).isEqualTo(1);
    assertThat(floats.at("/data/1/embedding")).hasSize(8);
    String bytes =
        ok("{\"model\":\"vectors\",\"input\":\"나다라\",\"encoding_format\":\"base64\"}")
            .at("/data/0/embedding")
            .asString();
    ByteBuffer decoded =
        ByteBuffer.wrap(Base64.getDecoder().decode(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 8; i++) {
      assertThat(decoded.getFloat())
          .isEqualTo((float) floats.at("/data/1/embedding/" + i).asDouble());
    }
    assertThat(
            ok("{\"model\":\"vectors\",\"input\":\"가\",\"dimensions\":3}").at("/data/0/embedding"))
        .hasSize(3);
    assertThat(VENDOR.received().peek().headers())
        .containsEntry("authorization", "Bearer sk-vendor");
  }

  @Test
  void privateValuesStayHereAndEveryTokenIsMetered() throws Exception {
    ok("{\"model\":\"vectors\",\"input\":[\"전화 010-1234-5678\",\"전화 010-9876-5432\"]}");
    String sent = VENDOR.received().remove().body().toString();
    assertThat(sent).contains("[[PHONE_1]]").doesNotContain("1234").doesNotContain("PHONE_2");
    Long rows =
        Platform.superuser()
            .sql(
                "SELECT count(*) FROM metering.usage WHERE model = 'vectors' AND input_tokens = 6"
                    + " AND output_tokens = 0 AND outcome = 'OK' AND api_key_id IS NOT NULL")
            .query(Long.class)
            .single();
    assertThat(rows).isPositive();
  }

  /** Input tokens of calls that were broken off. */
  private static long cancelled() {
    return Platform.superuser()
        .sql(
            "SELECT coalesce(sum(input_tokens), 0) FROM metering.usage WHERE outcome = 'CANCELLED'"
                + " AND model = 'vectors'")
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
  void whoLeavesIsNotComparedForAndPaysWhatTheVendorRead() throws Exception {
    VENDOR.behaves(Script.says("never").slow(Duration.ofSeconds(60), Duration.ZERO));
    String body = "{\"model\":\"vectors\",\"input\":\"abcdefgh\"}";
    byte[] request =
        "POST /openai/v1/embeddings HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(key, body.length(), body)
            .getBytes(StandardCharsets.UTF_8);
    long before = cancelled();
    URI address = URI.create(server.url());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write(request);
      waitFor(() -> !VENDOR.received().isEmpty());
    }
    long left = System.nanoTime();
    waitFor(() -> cancelled() > before);
    assertThat(Duration.ofNanos(System.nanoTime() - left)).isLessThan(Duration.ofSeconds(10));
    assertThat(VENDOR.received()).as("not tried again").hasSize(1);
  }

  @Test
  void embeddingModelsAreListedAndAnswerNothing() throws Exception {
    HttpResponse<String> listed =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/models"))
                .header("Authorization", "Bearer " + key)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(listed.body()).contains("\"vectors\"", "\"local-embedding\"", "\"alpha\"");
    assertThat(listed.body()).doesNotContain("text-embedding-3-small");
    List<String> choices =
        Platform.at(server, "programmer")
            .call("listModels", "GET", "/v1/models", "")
            .body()
            .path("items")
            .valueStream()
            .map(item -> item.path("id").asString())
            .toList();
    assertThat(choices).contains("alpha").doesNotContain("vectors", "local-embedding");
    Client person = Platform.at(server, "programmer");
    assertThat(person.askModel(person.converse(), "연차는?", "vectors").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alpha", "gpt-9", "text-embedding-3-small", "best", "environment"})
  void whatIsNoEmbeddingModelIsNotFound(String model) throws Exception {
    HttpResponse<String> response = ask("{\"model\":\"" + model + "\",\"input\":\"x\"}");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(code(response)).isEqualTo("model_not_found");
    assertThat(VENDOR.received()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"model\":\"vectors\"}",
        "{\"model\":\"vectors\",\"input\":\"\"}",
        "{\"model\":\"vectors\",\"input\":[]}",
        "{\"model\":\"vectors\",\"input\":[\"a\",\"\"]}",
        "{\"model\":\"vectors\",\"input\":[1,2,3]}",
        "{\"model\":\"vectors\",\"input\":[[1,2]]}",
        "{\"model\":\"vectors\",\"input\":\"a\",\"encoding_format\":\"int8\"}",
        "{\"model\":\"vectors\",\"input\":\"a\",\"dimensions\":0}",
        "{\"model\":\"vectors\",\"input\":\"a\",\"base_url\":\"http://169.254.169.254\"}",
        "{\"model\":\"../vectors\",\"input\":\"a\"}",
        "{\"model\":\"local-embedding\",\"input\":\"a\",\"dimensions\":385}"
      })
  void oddBodiesAreRefused(String body) throws Exception {
    HttpResponse<String> response = ask(body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).at("/error/message").asString()).isNotBlank();
  }

  @Test
  void failuresAreInOpenAisWords() throws Exception {
    String question = "{\"model\":\"vectors\",\"input\":\"%s\"}";
    HttpResponse<String> tooLong = ask(question.formatted("가".repeat(200_000)));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(code(tooLong)).isEqualTo("context_length_exceeded");
    assertThat(tooLong.body()).contains("128000", "240000");
    VENDOR.behaves(Script.fails(500));
    HttpResponse<String> broken = ask(question.formatted("x"));
    assertThat(broken.statusCode()).isEqualTo(503);
    assertThat(code(broken)).isEqualTo("model_unavailable");
    assertThat(VENDOR.received()).as("tried again").hasSize(3);
    // the embedding function of this test is not there
    assertThat(ask("{\"model\":\"local-embedding\",\"input\":\"x\"}").statusCode()).isEqualTo(503);
  }
}
