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
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Answers that are given again, and those that must not be. */
class AnswerCacheIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;

  @BeforeAll
  static void start() {
    Platform.publish("통근버스.txt", "통근버스는 아침 일곱 시에 정문에서 떠난다.");
    server = serve(Map.of());
  }

  private static FunctionServer serve(Map<String, String> extra) {
    Map<String, String> environment = new java.util.HashMap<>(extra);
    environment.put("OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI));
    environment.put("OPENAI_API_KEY", "sk-local");
    environment.put("OPENAI_MODELS", "alpha,beta");
    return Platform.serve(environment);
  }

  @AfterAll
  static void stop() {
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  @BeforeEach
  void on() {
    set(true);
    VENDOR.behaves(Script.says("일곱 시에 ", "떠나요 [1]."));
    VENDOR.received().clear();
  }

  @AfterEach
  void off() {
    Platform.superuser().sql("DELETE FROM models.entries").update();
  }

  private static JsonNode set(boolean enabled) {
    Client.Answer answer =
        Platform.at(server, "admin")
            .call(
                "setAnswerCache",
                "PUT",
                "/v1/admin/answer-cache",
                "{\"enabled\":" + enabled + ",\"seconds\":600}");
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static AnswerReader ask(String person, String text, String model) {
    Client client = Platform.at(server, person);
    AnswerReader reader = client.askModel(client.converse(), text, model);
    reader.all();
    assertThat(reader.kinds()).endsWith("completed");
    return reader;
  }

  private static boolean fromCache(AnswerReader reader) {
    return reader.answer().path("receipt").path("fromCache").asBoolean(false);
  }

  @Test
  void theSameQuestionOfAnotherWhoSeesTheSameCostsNothing() {
    AnswerReader first = ask("early", "통근버스는 몇 시에 떠나나요?", "alpha");
    assertThat(fromCache(first)).isFalse();
    AnswerReader again = ask("late", "통근버스는 몇 시에 떠나나요?", "alpha");
    assertThat(VENDOR.received()).hasSize(1);
    assertThat(fromCache(again)).isTrue();
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.kinds()).contains("sources");
    assertThat(again.answer().path("citations")).isEqualTo(first.answer().path("citations"));
    assertThat(again.answer().path("receipt").path("cost").asDouble()).isZero();
    Long rows =
        Platform.superuser()
            .sql(
                "SELECT count(*) FROM metering.usage u JOIN identity.users p ON p.id = u.person_id"
                    + " WHERE p.email LIKE 'late%' AND outcome = 'CACHED' AND cost = 0"
                    + " AND model = 'alpha' AND input_tokens = 0")
            .query(Long.class)
            .single();
    assertThat(rows).isEqualTo(1);
    JsonNode state =
        Platform.at(server, "admin")
            .call("getAnswerCache", "GET", "/v1/admin/answer-cache", "")
            .body();
    assertThat(state.path("hits").asLong()).isPositive();
    assertThat(state.path("misses").asLong()).isPositive();
    assertThat(state.path("changed").path("by").asString()).isEqualTo("최지우");
  }

  @Test
  void whatDiffersIsAskedAnew() {
    ask("early", "버스 시간을 알려 주세요", "alpha");
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요!", "alpha"))).isFalse();
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요", "beta"))).isFalse();
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요", "alpha"))).isTrue();
    // a document more is another library
    Platform.publish("새 문서.txt", "점심은 열두 시부터다.");
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요", "alpha"))).isFalse();
    // and so is every change of the setting
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요", "alpha"))).isTrue();
    set(true);
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요", "alpha"))).isFalse();
    set(false);
    assertThat(fromCache(ask("early", "버스 시간을 알려 주세요", "alpha"))).isFalse();
  }

  @Test
  void anotherAnswerIsAnother() {
    Client person = Platform.at(server, "early");
    UUID conversation = person.converse();
    AnswerReader first = person.askModel(conversation, "다시 답해 볼까요 버스", "alpha");
    first.all();
    AnswerReader second = person.regenerate(conversation, first.answerId());
    second.all();
    assertThat(fromCache(second)).isFalse();
    AnswerReader later = person.ask(conversation, "다시 답해 볼까요 버스", second.answerId(), null);
    later.all();
    assertThat(fromCache(later)).as("something was said before").isFalse();
    // three answers, and how the last question reads when it stands alone
    assertThat(VENDOR.received()).hasSize(4);
  }

  @Test
  void whatWasMaskedIsNobodyElses() {
    ask("early", "010-2345-6789 로 버스 시간을 보내 줘", "alpha");
    assertThat(fromCache(ask("early", "010-2345-6789 로 버스 시간을 보내 줘", "alpha"))).isFalse();
  }

  @Test
  void whoMayNotReadThePassageIsAskedForAnew() {
    UUID secret = Platform.publish("비밀 버스.txt", "비밀 버스는 밤 열한 시에 떠난다.");
    ask("early", "비밀 버스는 언제?", "alpha");
    // still the same state of the library by its sums, but one passage cannot be read any more
    Platform.superuser()
        .sql(
            "UPDATE knowledge.passages p SET acl_id = -1 FROM knowledge.documents d"
                + " WHERE d.id = p.document_id AND d.collection_id = ?")
        .param(secret)
        .update();
    assertThat(fromCache(ask("late", "비밀 버스는 언제?", "alpha"))).isFalse();
    // and a right that is taken away is another key
    ask("early", "비밀 버스는 언제인가요?", "alpha");
    Platform.superuser()
        .sql(
            "DELETE FROM identity.grants g USING knowledge.collections c"
                + " WHERE g.acl_id = c.acl_id AND c.id = ?")
        .param(secret)
        .update();
    AnswerReader refused = ask("late", "비밀 버스는 언제인가요?", "alpha");
    assertThat(fromCache(refused)).isFalse();
    assertThat(refused.events().toString()).doesNotContain("비밀 버스.txt");
  }

  @Test
  void onlyAdministratorsSwitchIt() {
    Client member = Platform.at(server, "employee");
    String body = "{\"enabled\":true,\"seconds\":600}";
    assertThat(member.call("setAnswerCache", "PUT", "/v1/admin/answer-cache", body).status())
        .isEqualTo(403);
    assertThat(member.call("getAnswerCache", "GET", "/v1/admin/answer-cache", "").status())
        .isEqualTo(403);
    Client admin = Platform.at(server, "admin");
    String tooShort = "{\"enabled\":true,\"seconds\":1}";
    assertThat(admin.call("setAnswerCache", "PUT", "/v1/admin/answer-cache", tooShort).status())
        .isEqualTo(400);
  }

  @Test
  void withoutValkeyModelsAreAsked() {
    FunctionServer alone = serve(Map.of("REDIS_URL", "redis://127.0.0.1:1"));
    Client person = Platform.at(alone, "early");
    for (int i = 0; i < 2; i++) {
      AnswerReader reader = person.askModel(person.converse(), "발키가 없는 버스", "alpha");
      reader.all();
      assertThat(reader.kinds()).endsWith("completed");
      assertThat(fromCache(reader)).isFalse();
    }
    JsonNode state =
        Platform.at(alone, "admin")
            .call("getAnswerCache", "GET", "/v1/admin/answer-cache", "")
            .body();
    assertThat(state.has("hits")).isFalse();
  }

  @Test
  void programsGetAnswersAgainWhenTheyAskForTheSameWords() throws Exception {
    Platform.as("programmer").converse();
    String key = ApiKeys.generate();
    Platform.superuser()
        .sql(
            "INSERT INTO identity.api_keys (user_id, name, hash, hint, expires_at) SELECT id,"
                + " 'test', ?, 'abcd', now() + interval '1 day' FROM identity.users WHERE email LIKE"
                + " 'programmer%'")
        .param(ApiKeys.hash(key))
        .update();
    String question = ",\"messages\":[{\"role\":\"user\",\"content\":\"프로그램이 묻는다\"}]";
    String zero = "{\"model\":\"alpha\",\"temperature\":0" + question;
    assertThat(hit(key, zero + "}")).isFalse();
    assertThat(hit(key, zero + "}")).isTrue();
    HttpResponse<String> streamed = post(key, zero + ",\"stream\":true}");
    assertThat(streamed.headers().firstValue("X-Madang-Cache")).contains("hit");
    assertThat(streamed.body()).contains("일곱 시에 떠나요").contains("[DONE]");
    assertThat(hit(key, zero + ",\"max_tokens\":9}")).isFalse();
    assertThat(hit(key, "{\"model\":\"alpha\"" + question + "}")).isFalse();
    assertThat(hit(key, "{\"model\":\"alpha\"" + question + "}")).isFalse();
    String history =
        "{\"model\":\"alpha\",\"temperature\":0,\"messages\":[{\"role\":\"user\",\"content\":\"가\"},"
            + "{\"role\":\"assistant\",\"content\":\"나\"},{\"role\":\"user\",\"content\":\"다\"}]}";
    assertThat(hit(key, history)).isFalse();
    assertThat(hit(key, history)).isFalse();
    String masked =
        "{\"model\":\"alpha\",\"temperature\":0,\"messages\":[{\"role\":\"user\",\"content\":\"010-1234-5678\"}]}";
    assertThat(hit(key, masked)).isFalse();
    assertThat(hit(key, masked)).isFalse();
  }

  private static boolean hit(String key, String body) throws Exception {
    HttpResponse<String> response = post(key, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.body()).contains("일곱 시에 떠나요");
    return response.headers().firstValue("X-Madang-Cache").isPresent();
  }

  private static HttpResponse<String> post(String key, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
