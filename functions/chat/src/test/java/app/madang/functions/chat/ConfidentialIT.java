package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Confidential documents where no vendor is cleared for them. */
class ConfidentialIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;

  @BeforeAll
  static void vendors() {
    Platform.confidential("동백.txt", "동백 프로젝트의 책임자는 아무도 모른다.");
    Platform.publish("안내.txt", "휴게실은 삼층에 있다.");
    Platform.anthropicIs(VENDOR);
    server = Platform.serve(Map.of("ANTHROPIC_API_KEY", "sk-ant"));
  }

  @AfterAll
  static void tidy() {
    Platform.superuser().sql("DELETE FROM models.entries").update();
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  @Test
  void theyAreQuotedAndToldToNobody() {
    VENDOR.behaves(Script.says("삼층이에요 [1]."));
    Client person = Platform.at(server, "insider");
    AnswerReader secret = person.ask(person.converse(), "동백의 책임자는?");
    secret.all();
    assertThat(codes(secret)).contains("not_cleared");
    assertThat(secret.text()).contains("아무도 모른다");
    assertThat(VENDOR.received()).isEmpty();

    AnswerReader open = person.ask(person.converse(), "휴게실 위치?");
    open.all();
    assertThat(open.text()).isEqualTo("삼층이에요 [1].");
    assertThat(codes(open)).doesNotContain("not_cleared", "cleared");
  }

  private static List<String> codes(AnswerReader reader) {
    return reader.events().stream().map(e -> e.data().path("code").asString("")).toList();
  }
}
