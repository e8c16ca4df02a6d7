package app.madang.functions.chat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** An instance with models of two vendors, over their wire formats. */
abstract class AskedModels {

  static final VendorStandIn VENDOR = new VendorStandIn();
  static FunctionServer server;

  private static UUID rules;

  @BeforeAll
  static void vendors() {
    rules = Platform.publish("취업규칙.txt", "1년간 80% 이상 출근한 직원에게 15일의 연차휴가를 준다.");
    Platform.anthropicIs(VENDOR);
    if (server == null) {
      server = serve();
    }
    Platform.STACK.environment("chat", environment());
  }

  static FunctionServer serve() {
    return Platform.serve(environment());
  }

  private static Map<String, String> environment() {
    return Map.of(
        "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
        "OPENAI_API_KEY", "sk-local",
        "OPENAI_MODELS", "alpha,beta",
        "ANTHROPIC_API_KEY", "sk-ant",
        "MODEL_PRIVATE_ADDRESSES", "true");
  }

  @AfterAll
  static void tidy() {
    Platform.withdraw(rules);
    Platform.superuser().sql("DELETE FROM models.entries").update();
    Platform.STACK.environment("chat");
  }

  @AfterEach
  void noBudgets() {
    Platform.superuser().sql("DELETE FROM metering.budgets").update();
  }

  static Client as(String person) {
    return Platform.at(server, person);
  }

  static AnswerReader ask(Client person, UUID conversation, String text, String model) {
    AnswerReader reader = person.askModel(conversation, text, model);
    reader.all();
    return reader;
  }

  /** Input tokens of all that was asked in a conversation. */
  static long used(UUID conversation) {
    return Platform.superuser()
        .sql("SELECT sum(input_tokens) FROM metering.usage WHERE conversation_id = ?")
        .param(conversation)
        .query(Long.class)
        .single();
  }

  static AnswerReader follow(Client person, UUID conversation, AnswerReader before, String text) {
    return follow(person, conversation, before, text, "alpha");
  }

  static AnswerReader follow(
      Client person, UUID conversation, AnswerReader before, String text, String model) {
    String body =
        "{\"text\":\"%s\",\"parentId\":\"%s\",\"model\":\"%s\"}"
            .formatted(text, before.answer().path("id").asString(), model);
    AnswerReader reader = person.askWith(conversation, body);
    reader.all();
    return reader;
  }

  static boolean isRewriting(Received call) {
    return call.body().toString().contains("Rewrite the last question");
  }

  /** A stopped answer's comes a moment after the end. */
  static JsonNode receiptOf(Client person, UUID conversation, UUID answer) {
    for (int i = 0; i < 100; i++) {
      JsonNode message = person.message(conversation, answer);
      if (message.has("receipt")) {
        return message.path("receipt");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("no receipt");
  }

  static List<String> codes(AnswerReader reader) {
    return reader.events().stream().map(e -> e.data().path("code").asString("")).toList();
  }
}
