package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service reads what it was granted, and pays for itself. */
class ServiceKeyIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;
  private static UUID service;
  private static String key;

  @BeforeAll
  static void start() {
    Platform.anthropicIs(VENDOR);
    server =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-vendor",
                "OPENAI_MODELS", "alpha",
                "ANTHROPIC_API_KEY", "sk-ant",
                "MODEL_PRIVATE_ADDRESSES", "true",
                "API_REQUESTS_PER_MINUTE", "6000"));
    service =
        Platform.superuser()
            .sql(
                "INSERT INTO identity.users (issuer, subject, email, name, kind)"
                    + " VALUES ('madang:services', ?, '', '포털', 'service') RETURNING id")
            .param(UUID.randomUUID().toString())
            .query(UUID.class)
            .single();
    key = ProgrammerKeys.of(service);
  }

  @AfterAll
  static void stop() {
    Platform.superuser().sql("DELETE FROM metering.budgets").update();
    Platform.superuser().sql("DELETE FROM models.entries").update();
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static String search() throws Exception {
    return post(
            "/mcp",
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search_documents\",\"arguments\":{\"query\":\"구내식당 점심값\"}}}")
        .body();
  }

  @Test
  void itReadsWhatItWasGrantedAndNothingElse() throws Exception {
    UUID collection = Platform.publish("식당.txt", "구내식당 점심값은 오천원이다.");
    Platform.superuser()
        .sql(
            "UPDATE identity.grants g SET subject_kind = 'person', subject_id = uuidv7()"
                + " FROM knowledge.collections c WHERE g.acl_id = c.acl_id AND c.id = ?")
        .param(collection)
        .update();
    assertThat(search()).doesNotContain("오천원");
    Platform.superuser()
        .sql(
            "INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)"
                + " SELECT acl_id, 'person', ?, 'reader' FROM knowledge.collections WHERE id = ?")
        .params(service, collection)
        .update();
    assertThat(search()).contains("오천원");
  }

  @Test
  void itPaysForItselfAndItsBudgetHolds() throws Exception {
    VENDOR.behaves(Script.says("네"));
    String question = "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"안녕\"}]}";
    assertThat(post("/openai/v1/chat/completions", question).statusCode()).isEqualTo(200);
    Long rows =
        Platform.superuser()
            .sql("SELECT count(*) FROM metering.usage WHERE person_id = ?")
            .param(service)
            .query(Long.class)
            .single();
    assertThat(rows).isPositive();
    Platform.superuser()
        .sql(
            "INSERT INTO metering.budgets (scope, subject_id, period, cap, kind, warn_at, enabled)"
                + " VALUES ('PERSON', ?, 'MONTH', 1, 'HARD', 80, true)")
        .param(service)
        .update();
    String dear = question.replace("alpha", "claude-haiku-4-5");
    HttpResponse<String> refused = post("/openai/v1/chat/completions", dear);
    for (int tries = 0; tries < 16 && refused.statusCode() != 429; tries++) {
      Thread.sleep(500);
      refused = post("/openai/v1/chat/completions", dear);
    }
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
    assertThat(refused.body()).contains("insufficient_quota");
  }
}
