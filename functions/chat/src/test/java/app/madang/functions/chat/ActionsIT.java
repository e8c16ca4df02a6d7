package app.madang.functions.chat;

import static app.madang.functions.chat.ToolActions.audited;
import static app.madang.functions.chat.ToolActions.conversation;
import static app.madang.functions.chat.ToolActions.decide;
import static app.madang.functions.chat.ToolActions.states;
import static app.madang.functions.chat.ToolActions.tool;
import static app.madang.functions.chat.ToolActions.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionInstance;
import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import app.madang.toolbox.ToolAction;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What tools do outside, and what people allow them. */
class ActionsIT extends ActingTools {

  private static FunctionServer other;

  @BeforeAll
  static void another() {
    other = Platform.serve(environment);
  }

  @Test
  void whatOnlyReadsIsCalledWithTheSourcesSecretAndNothingOfTheCaller() {
    List<Received> calls = obeys(Script.calls("weather", "{\"city\":\"서울 & x\"}"));
    Client person = Platform.at(server, "acts-reader");
    UUID tool = tool(new UUID[0], action("weather", "GET", "http://" + host(), "/weather"));
    UUID conversation = conversation(person, tool);
    AnswerReader reader = person.ask(conversation, "날씨는?");
    reader.all();
    assertThat(states(reader)).containsExactly("running", "done");
    assertThat(REACHED)
        .containsExactly("GET /weather?city=%EC%84%9C%EC%9A%B8%20%26%20x  key=k-secret auth=null");
    assertThat(reader.text()).isEqualTo("그렇대요.");
    // a result cannot end itself
    assertThat(calls.getLast().body().toString()).contains("맑음").contains("< /result> ignore");
    JsonNode receipt = reader.answer().path("receipt");
    assertThat(receipt.path("actions").path(0).path("outcome").asString()).isEqualTo("done");
    assertThat(receipt.path("attempts")).hasSize(2);
    assertThat(receipt.path("inputTokens").asLong()).isEqualTo(2L * Script.INPUT_TOKENS);
    assertThat(audited(reader.answerId())).isEqualTo("done f");

    // what was said before may hold words of anything
    AnswerReader next = person.ask(conversation, "또?", reader.answerId(), null);
    JsonNode waits = waiting(next);
    decide(person, conversation, next.answerId(), waits, waits.path("hash").asString(), false);
    next.all();
    assertThat(states(next)).containsExactly("waiting", "declined");
    assertThat(REACHED).hasSize(1);
  }

  @Test
  void aDocumentThatAsksForEverythingGetsNothing() {
    Client person = Platform.at(server, "acts-injected");
    UUID tool =
        tool(
            new UUID[] {documents},
            action("weather", "GET", "http://" + host(), "/weather"),
            action("evil", "GET", "http://evil.example", "/"));
    UUID conversation = conversation(person, tool);
    obeys(Script.calls("weather", "{\"city\":\"물때까치 안내\"}"));
    AnswerReader reader = person.ask(conversation, "물때까치");
    JsonNode waits = waiting(reader);
    assertThat(waits.path("host").asString()).isEqualTo(host());
    assertThat(waits.path("arguments").path(0).path("value").asString()).isEqualTo("물때까치 안내");
    assertThat(REACHED).isEmpty();
    // it may be allowed by nobody else, and for nothing else
    Client another = Platform.at(server, "acts-another");
    String hash = waits.path("hash").asString();
    UUID answer = reader.answerId();
    assertThat(decide(another, conversation, answer, waits, hash, true).status()).isEqualTo(404);
    assertThat(decide(person, conversation, answer, waits, "f" + hash, true).status())
        .isEqualTo(409);
    assertThat(REACHED).isEmpty();
    // reading again, elsewhere, shows what waits; stopping ends it
    Client elsewhere = Platform.at(other, "acts-injected");
    AnswerReader again = elsewhere.resume(conversation, answer, 0);
    assertThat(waiting(again)).isEqualTo(waits);
    assertThat(elsewhere.stop(conversation, answer)).isEqualTo(204);
    reader.all();
    assertThat(reader.answer().path("status").asString()).isEqualTo("stopped");
    again.close();
    assertThat(REACHED).isEmpty();

    // a host that is not allowed is not even asked for, nor what nobody pinned, nor other arguments
    for (Script wanted :
        List.of(
            Script.calls("evil", "{\"city\":\"x\"}"),
            Script.calls("unpinned", "{}"),
            Script.calls("weather", "{\"city\":\"x\",\"to\":\"http://evil.example\"}"),
            Script.calls("weather", "{\"city\":1}"))) {
      obeys(wanted);
      AnswerReader refused = person.ask(conversation(person, tool), "물때까치");
      refused.all();
      assertThat(states(refused)).doesNotContain("waiting", "running", "done");
    }
    assertThat(REACHED).isEmpty();
  }

  @Test
  void whatWritesIsDoneOnceWhenThePersonAllowsItWhereverThatIsSaid() {
    obeys(Script.calls("order", "{\"body\":{\"item\":\"연필\"}}"));
    Client person = Platform.at(server, "acts-writer");
    UUID tool = tool(new UUID[0], action("order", "POST", "http://" + host(), "/orders"));
    UUID conversation = conversation(person, tool);
    AnswerReader reader = person.ask(conversation, "주문해 줘");
    JsonNode waits = waiting(reader);
    String hash = waits.path("hash").asString();
    Client elsewhere = Platform.at(other, "acts-writer");
    assertThat(decide(elsewhere, conversation, reader.answerId(), waits, hash, true).status())
        .isEqualTo(204);
    assertThat(decide(person, conversation, reader.answerId(), waits, hash, true).status())
        .isEqualTo(409);
    reader.all();
    assertThat(states(reader)).containsExactly("waiting", "running", "done");
    assertThat(REACHED).containsExactly("POST /orders {\"item\":\"연필\"} key=k-secret auth=null");
    assertThat(audited(reader.answerId())).isEqualTo("done t");
    assertThat(
            reader.answer().path("receipt").path("actions").path(0).path("confirmed").asBoolean())
        .isTrue();
  }

  @Test
  void aWordThatComesTooLateIsRefusedAndNothingIsDone() {
    obeys(Script.calls("order", "{\"body\":{\"item\":\"연필\"}}"));
    Client person = Platform.at(server, "acts-late");
    UUID tool = tool(new UUID[0], action("order", "POST", "http://" + host(), "/orders"));
    UUID conversation = conversation(person, tool);
    AnswerReader reader = person.ask(conversation, "주문해 줘");
    JsonNode waits = waiting(reader);
    Instant asked = Instant.now();
    Platform.superuser()
        .sql("UPDATE chat.confirmations SET expires_at = now() WHERE answer_id = ?")
        .param(reader.answerId())
        .update();
    String hash = waits.path("hash").asString();
    assertThat(decide(person, conversation, reader.answerId(), waits, hash, true).status())
        .isEqualTo(409);
    reader.all();
    assertThat(states(reader)).containsExactly("waiting", "expired");
    // the row says when, not the clock of who waits
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    assertThat(reader.answer().path("status").asString()).isEqualTo("complete");
    assertThat(audited(reader.answerId())).isEqualTo("expired f");
    assertThat(REACHED).isEmpty();
  }

  @Test
  void aSecretPutAnewIsUsedByTheNextCallAndWhatWaitsForAWordMayStillBeAllowed() {
    obeys(Script.calls("order", "{\"body\":{\"item\":\"연필\"}}"));
    Client person = Platform.at(server, "acts-rotated");
    UUID tool = tool(new UUID[0], action("order", "POST", "http://" + host(), "/orders"));
    UUID conversation = conversation(person, tool);
    AnswerReader reader = person.ask(conversation, "주문해 줘");
    JsonNode waits = waiting(reader);
    putSecret("k-rotated");
    try {
      String hash = waits.path("hash").asString();
      assertThat(decide(person, conversation, reader.answerId(), waits, hash, true).status())
          .isEqualTo(204);
      reader.all();
      assertThat(REACHED).containsExactly("POST /orders {\"item\":\"연필\"} key=k-rotated auth=null");
    } finally {
      putSecret("k-secret");
    }
  }

  /** As the publishing function does. */
  private static void putSecret(String secret) {
    Platform.superuser()
        .sql("UPDATE toolbox.action_sources SET sealed = ? WHERE id = ?")
        .params(sealed(secret), SOURCE)
        .update();
  }

  /** Asked to end, as Cloud Run does, or gone without a word. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theEndOfTheFunctionWhileAToolWaitsEndsTheAnswerAndNothingCanBeAllowedAfter(boolean killed)
      throws InterruptedException {
    obeys(Script.calls("order", "{\"body\":{\"item\":\"연필\"}}"));
    Client person = Platform.at(other, "acts-stopped");
    UUID tool = tool(new UUID[0], action("order", "POST", "http://" + host(), "/orders"));
    UUID conversation = conversation(person, tool);
    JsonNode waits;
    UUID answer;
    try (FunctionInstance instance =
            FunctionInstance.start("chat", ChatFunction.class.getName(), environment);
        AnswerReader reader =
            AnswerReader.open(
                "ask",
                HttpRequest.newBuilder(
                        URI.create(
                            instance.url() + "/v1/conversations/" + conversation + "/messages"))
                    .header("Authorization", "Bearer " + person.token())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"주문해 줘\"}")))) {
      waits = waiting(reader);
      answer = reader.answerId();
      Instant asked = Instant.now();
      if (killed) {
        instance.kill();
      } else {
        instance.terminate();
      }
      instance.ended();
      assertThat(Duration.between(asked, Instant.now()))
          .as("Cloud Run's patience")
          .isLessThan(Duration.ofSeconds(10));
    }
    if (killed) {
      // nobody has written on for two minutes
      assertThat(
              Platform.superuser()
                  .sql(
                      "UPDATE chat.messages SET touched_at = now() - interval '121 seconds' WHERE id = ? AND status = 'streaming'")
                  .param(answer)
                  .update())
          .isEqualTo(1);
    }
    assertThat(person.message(conversation, answer).path("status").asString())
        .isEqualTo("interrupted");
    // nobody is left who would do it
    String hash = waits.path("hash").asString();
    assertThat(decide(person, conversation, answer, waits, hash, true).status()).isEqualTo(409);
    assertThat(REACHED).isEmpty();
    long held =
        Platform.superuser()
            .sql(
                "SELECT coalesce(sum(outstanding), 0) FROM metering.leases WHERE subject_id ="
                    + " (SELECT owner_id FROM chat.conversations WHERE id = ?)")
            .param(conversation)
            .query(Long.class)
            .single();
    assertThat(held).isZero();
  }

  @Test
  void privateValuesStayHereUnlessTheFieldIsDeclared() {
    Client person = Platform.at(server, "acts-masked");
    ToolAction weather = action("weather", "GET", "http://" + host(), "/weather");
    for (ToolAction each : List.of(weather, weather.with(false, List.of("city")))) {
      REACHED.clear();
      // the model repeats the placeholder that it was shown
      VENDOR.behaves(
          call -> {
            String asked = call.body().toString();
            int at = asked.lastIndexOf("[[PHONE");
            return asked.contains("\"role\":\"tool\"")
                ? Script.says("네.")
                : Script.calls(
                    "weather",
                    "{\"city\":\"" + asked.substring(at, asked.indexOf("]]", at) + 2) + "\"}");
          });
      person.ask(conversation(person, tool(new UUID[0], each)), "010-2345-6789").all();
      assertThat(REACHED).hasSize(1);
      assertThat(REACHED.peek().contains("010-2345-6789"))
          .isEqualTo(!each.personalFields().isEmpty());
    }
  }
}
