package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** An instance with models, and two collections that released tools read. */
abstract class AnsweringTools {

  static final VendorStandIn VENDOR = new VendorStandIn();
  static FunctionServer server;
  static UUID leave;
  static UUID travel;

  @BeforeAll
  static void library() {
    leave = Platform.publish("휴가 규정.txt", "물때까치 휴가는 한 해에 사흘이다.");
    travel = Platform.publish("출장 규정.txt", "물때까치 출장은 하루 십만원이다.");
    Map<String, String> environment =
        Map.of(
            "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
            "OPENAI_API_KEY", "sk-local",
            "OPENAI_MODELS", "alpha,beta",
            "MODEL_PRIVATE_ADDRESSES", "true");
    if (server == null) {
      server = Platform.serve(environment);
    }
    Platform.STACK.environment("chat", environment);
  }

  @AfterAll
  static void tidy() {
    Platform.withdraw(leave);
    Platform.withdraw(travel);
    Platform.superuser().sql("DELETE FROM metering.budgets").update();
    Platform.STACK.environment("chat");
  }

  static Client.Answer begin(Client person, String body) {
    return person.call("createConversation", "POST", "/v1/conversations", body);
  }

  static UUID conversation(Client person, UUID tool) {
    Client.Answer made = begin(person, "{\"toolId\":\"" + tool + "\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("toolId").asString()).isEqualTo(tool.toString());
    return made.id();
  }

  static List<String> found(AnswerReader reader) {
    return reader.events().stream()
        .filter(event -> event.data().has("citations"))
        .findFirst()
        .orElseThrow()
        .data()
        .path("citations")
        .valueStream()
        .map(citation -> citation.path("documentName").asString())
        .toList();
  }

  static List<String> fields(Client person, UUID conversation, String body) {
    AnswerReader refused = person.askWith(conversation, body);
    assertThat(refused.status()).isEqualTo(400);
    return refused
        .problem()
        .path("errors")
        .valueStream()
        .map(e -> e.path("field").asString())
        .toList();
  }
}
