package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Confidential documents where no vendor is cleared for them. */
class ConfidentialIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;
  private static UUID secret;
  private static UUID open;

  @BeforeAll
  static void vendors() {
    secret = Platform.confidential("동백.txt", "동백 프로젝트의 책임자는 비밀이다.");
    open = Platform.publish("안내.txt", "휴게실은 삼층에 있다.");
    Platform.anthropicIs(VENDOR);
    server = Platform.serve(Map.of("ANTHROPIC_API_KEY", "sk-ant"));
  }

  @AfterAll
  static void tidy() {
    Platform.superuser().sql("DELETE FROM models.entries").update();
    Platform.STACK.environment("chat", Map.of());
    Platform.withdraw(secret);
    Platform.withdraw(open);
    VENDOR.close();
  }

  @Test
  void theyAreQuotedAndToldToNobody() {
    VENDOR.behaves(Script.says("삼층이에요 [1]."));
    Client person = Platform.at(server, "insider");
    AnswerReader quoted = person.ask(person.converse(), "동백의 책임자는?");
    quoted.all();
    assertThat(codes(quoted)).contains("not_cleared");
    assertThat(quoted.text()).contains("비밀이다");
    assertThat(VENDOR.received()).isEmpty();

    // the copula is a word that both have: found by the way is not read
    AnswerReader said = person.ask(person.converse(), "휴게실은 어디예요?");
    said.all();
    assertThat(said.text()).isEqualTo("삼층이에요 [1].");
    assertThat(codes(said)).doesNotContain("not_cleared", "cleared");
    assertThat(VENDOR.received().remove().body().toString()).doesNotContain("비밀이다");
  }

  private static List<String> codes(AnswerReader reader) {
    return reader.events().stream().map(e -> e.data().path("code").asString("")).toList();
  }
}
