package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.identity.ApiKeys;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import app.madang.testing.vendors.WireDialect;
import java.io.ByteArrayOutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Who may call OpenAI's interface, how often, and what becomes of who leaves. */
class OpenAiCallersIT extends OpenAiDoor {

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
}
