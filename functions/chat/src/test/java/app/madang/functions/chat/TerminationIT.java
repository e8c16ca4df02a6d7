package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionInstance;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What SIGTERM does to answers that run: their usage is written and nothing stays held. */
@Timeout(120)
class TerminationIT {

  /** What a JVM that SIGTERM ended says. */
  private static final int TERMINATED = 128 + 15;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static final String PERSON = "last-asker";
  private static String key;
  private static UUID person;

  @BeforeAll
  static void budget() {
    key = ProgrammerKeys.of(PERSON);
    person =
        Platform.superuser()
            .sql("SELECT id FROM identity.users WHERE email LIKE ?")
            .param(PERSON + "@%")
            .query(UUID.class)
            .single();
    Platform.superuser()
        .sql(
            "INSERT INTO metering.budgets (scope, subject_id, period, cap, kind)"
                + " VALUES ('PERSON', ?, 'MONTH', 1000000000000, 'HARD')")
        .param(person)
        .update();
    Platform.superuser()
        .sql(
            """
            INSERT INTO models.entries (kind, id, body, updated_by) VALUES ('MODEL', 'slow',
              '{"id":"slow","provider":"environment","vendorName":"slow","name":"Slow","contextTokens":32000,
                "maxOutputTokens":4096,"reads":["TEXT"],"tools":true,"jsonSchema":true,"effort":"NONE","sampling":true,
                "price":{"input":1000,"cachedInput":1000,"output":1000,"currency":"KRW","asOf":"2026-01-01","source":"test"}}',
              uuidv7())
            """)
        .update();
  }

  @AfterAll
  static void tidy() {
    Platform.superuser().sql("DELETE FROM models.entries").update();
    Platform.superuser().sql("DELETE FROM metering.budgets").update();
    VENDOR.close();
  }

  private static FunctionInstance start() {
    return FunctionInstance.start(
        "chat",
        ChatFunction.class.getName(),
        Map.of(
            "OPENAI_BASE_URL",
            VENDOR.baseUrl(WireDialect.OPENAI),
            "OPENAI_API_KEY",
            "sk-local",
            "OPENAI_MODELS",
            "slow"));
  }

  /** Says a word each tenth of a second, for half a minute. */
  private static void speaksForLong() {
    VENDOR.behaves(
        Script.says(Collections.nCopies(300, "말 ").toArray(String[]::new))
            .slow(Duration.ZERO, Duration.ofMillis(100)));
  }

  @Test
  void aPersonsAnswerIsKeptAsFarAsItCameAndPaid() throws Exception {
    speaksForLong();
    UUID conversation = Platform.as(PERSON).converse();
    long before = rows("CANCELLED");
    try (FunctionInstance instance = start();
        AnswerReader reader =
            AnswerReader.open(
                "ask",
                request(
                    instance,
                    "/v1/conversations/" + conversation + "/messages",
                    Platform.STACK.tokens().userToken(PERSON),
                    "{\"text\":\"말해 줘\",\"model\":\"slow\"}"))) {
      reader.deltas(3);
      end(instance);
    }
    JsonNode answer = Platform.as(PERSON).conversation(conversation).path("messages").get(1);
    assertThat(answer.path("status").asString()).isEqualTo("interrupted");
    assertThat(answer.path("text").asString()).startsWith("말 말 말");
    assertThat(rows("CANCELLED")).isEqualTo(before + 1);
    assertNothingIsHeld();
  }

  @Test
  void aProgramsStreamEndsWithAnErrorAndIsPaid() throws Exception {
    speaksForLong();
    long before = rows("CANCELLED");
    String last = "";
    try (FunctionInstance instance = start()) {
      HttpResponse<InputStream> answer =
          HTTP.send(
              completion(instance, ",\"stream\":true"), HttpResponse.BodyHandlers.ofInputStream());
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
        while (!last.contains("말")) {
          last = lines.readLine();
        }
        instance.terminate();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          last = line.isEmpty() || line.equals("data: [DONE]") ? last : line;
        }
      }
      assertThat(instance.ended()).isEqualTo(TERMINATED);
    }
    assertThat(last).as("what was cut must not look whole").contains("\"error\"");
    assertThat(rows("CANCELLED")).isEqualTo(before + 1);
    assertNothingIsHeld();
  }

  @Test
  void anAnswerThatIsNearlyThereGoesOutAndIsPaid() throws Exception {
    VENDOR.behaves(Script.says("네").slow(Duration.ofMillis(1500), Duration.ZERO));
    VENDOR.received().clear();
    long before = rows("OK");
    try (FunctionInstance instance = start()) {
      CompletableFuture<HttpResponse<String>> running =
          HTTP.sendAsync(completion(instance, ""), HttpResponse.BodyHandlers.ofString());
      while (VENDOR.received().isEmpty()) {
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
      end(instance);
      assertThat(running.get().statusCode()).isEqualTo(200);
    }
    assertThat(rows("OK")).isEqualTo(before + 1);
    assertNothingIsHeld();
  }

  private static void end(FunctionInstance instance) throws InterruptedException {
    Instant asked = Instant.now();
    instance.terminate();
    assertThat(instance.ended()).isEqualTo(TERMINATED);
    assertThat(Duration.between(asked, Instant.now()))
        .as("Cloud Run's patience")
        .isLessThan(Duration.ofSeconds(10));
  }

  private static HttpRequest completion(FunctionInstance instance, String more) {
    String body = "{\"model\":\"slow\",\"messages\":[{\"role\":\"user\",\"content\":\"말해 줘\"}]%s}";
    return request(instance, "/openai/v1/chat/completions", key, body.formatted(more)).build();
  }

  private static HttpRequest.Builder request(
      FunctionInstance instance, String path, String token, String body) {
    return HttpRequest.newBuilder(URI.create(instance.url() + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private static long rows(String outcome) {
    return number(
        "SELECT count(*) FROM metering.usage WHERE person_id = ? AND cost > 0 AND output_tokens > 0"
            + " AND outcome = '"
            + outcome
            + "'");
  }

  private static void assertNothingIsHeld() {
    assertThat(
            number(
                "SELECT coalesce(sum(outstanding), 0) FROM metering.leases WHERE subject_id = ?"))
        .isZero();
    assertThat(
            number(
                """
                SELECT coalesce(sum(settled), 0) FROM (
                  SELECT settled, subject_id, period FROM metering.accounts
                  UNION ALL SELECT settled, subject_id, period FROM metering.leases) s
                WHERE period = 'MONTH' AND subject_id = ?
                """))
        .isEqualTo(number("SELECT sum(cost) FROM metering.usage WHERE person_id = ?"))
        .isPositive();
  }

  private static long number(String sql) {
    return Platform.superuser().sql(sql).param(person).query(Long.class).single();
  }
}
