package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.runtime.FunctionApplication;
import app.madang.runtime.OperationFunction;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Confidential documents where no vendor is cleared for them. */
class ConfidentialIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static final Map<String, String> SETTINGS =
      Map.of("ANTHROPIC_API_KEY", "sk-ant", "MODEL_PRIVATE_ADDRESSES", "true");
  private static FunctionServer server;
  private static UUID secret;
  private static UUID open;

  /** What models were to compare, and who may see it. */
  private static final List<Map.Entry<String, Clearance>> COMPARED = new CopyOnWriteArrayList<>();

  /** The function as deployed beside an embedding function whose vendor is cleared for less. */
  @FunctionApplication
  @Import(PacedApplication.class)
  static class ComparedApplication {

    @Bean
    @Primary
    EmbeddingPort compared() {
      return (space, purpose, data, texts) -> {
        COMPARED.add(Map.entry(texts.getFirst(), data));
        if (!Clearance.INTERNAL.allows(data)) {
          throw EmbeddingUnavailableException.refused("not cleared");
        }
        return List.of(new float[space.dimensions()]);
      };
    }
  }

  private static final class ComparedFunction extends OperationFunction {
    ComparedFunction() {
      super(ComparedApplication.class);
    }
  }

  @BeforeAll
  static void vendors() {
    secret = Platform.confidential("동백.txt", "동백 프로젝트의 책임자는 비밀이다.");
    open = Platform.publish("안내.txt", "휴게실은 삼층에 있다.");
    Platform.anthropicIs(VENDOR);
    server = Platform.serve(SETTINGS);
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

  @Test
  void whatFollowsThemIsComparedByNobodyWhoIsNotCleared() {
    UUID camellia = Platform.confidential("camellia.txt", "Camellia is led by a secret person.");
    try {
      Platform.STACK.environment("chat", SETTINGS);
      Client person =
          Platform.at(FunctionServer.start(ComparedFunction::new), "insider of camellia");
      UUID conversation = person.converse();
      AnswerReader first = person.ask(conversation, "Who leads camellia?");
      first.all();
      assertThat(codes(first)).contains("not_cleared").doesNotContain("words_only");
      AnswerReader next = person.ask(conversation, "Does the secret person lead camellia alone?");
      next.all();
      assertThat(codes(next)).contains("words_only");
      assertThat(COMPARED)
          .containsExactly(
              Map.entry("Who leads camellia?", Clearance.INTERNAL),
              Map.entry("Does the secret person lead camellia alone?", Clearance.CONFIDENTIAL));
    } finally {
      Platform.withdraw(camellia);
    }
  }

  private static List<String> codes(AnswerReader reader) {
    return reader.events().stream().map(e -> e.data().path("code").asString("")).toList();
  }
}
