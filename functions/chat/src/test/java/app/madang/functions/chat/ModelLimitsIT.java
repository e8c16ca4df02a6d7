package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.WireDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What models are not told, and what they may cost. */
class ModelLimitsIT extends AskedModels {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\[\\[EMAIL_(\\d+)]]");

  @Test
  void privateValuesStayHereAndComeBackToTheReaderOnly() {
    VENDOR.behaves(Script.says("번호는 [[PH", "ONE_", "1]] 이에요."));
    VENDOR.received().clear();
    Client person = as("modeller");
    UUID conversation = person.converse();
    AnswerReader reader = ask(person, conversation, "내 번호 010-2345-6789 를 다시 말해 줘", "alpha");
    assertThat(reader.text()).isEqualTo("번호는 010-2345-6789 이에요.");
    assertThat(codes(reader)).contains("masked");
    assertThat(reader.answer().path("receipt").path("masked").path("phone").asInt()).isEqualTo(1);
    assertThat(VENDOR.received().remove().body().toString())
        .contains("[[PHONE_1]]")
        .doesNotContain("2345");

    // the same value is the same placeholder in the next turn, in the history too
    VENDOR.behaves(Script.says("네"));
    AnswerReader next = person.ask(conversation, "01023456789 맞지?", reader.answerId(), null);
    next.all();
    assertThat(VENDOR.received().remove().body().toString())
        .contains("[[PHONE_1]] 이에요", "[[PHONE_1]] 맞지")
        .doesNotContain("PHONE_2")
        .doesNotContain("2345");
  }

  @Test
  void questionsOfOneMomentGiveNoPlaceholderTwoValues() throws Exception {
    // an echo, so that a value of another's placeholder would be seen by its reader
    VENDOR.behaves(
        call -> Script.says(PLACEHOLDER.matcher(asked(call)).results().findFirst().get().group()));
    VENDOR.received().clear();
    Client person = as("simultaneous");
    UUID conversation = person.converse();
    int many = 12;
    CountDownLatch all = new CountDownLatch(many);
    Map<String, String> said = new ConcurrentHashMap<>();
    List<Thread> asking = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String mail = "person%d@example%d.co.kr".formatted(i, i);
      asking.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    all.countDown();
                    try {
                      all.await();
                    } catch (InterruptedException e) {
                      throw new IllegalStateException(e);
                    }
                    said.put(mail, ask(person, conversation, mail + " 맞아?", "alpha").text());
                  }));
    }
    for (Thread thread : asking) {
      thread.join();
    }
    assertThat(said).hasSize(many).allSatisfy((mail, text) -> assertThat(text).isEqualTo(mail));
    assertThat(VENDOR.received().stream().map(ModelLimitsIT::asked)).doesNotHaveDuplicates();

    // and what was kept is all of it: nothing is numbered a second time
    VENDOR.received().clear();
    ask(person, conversation, String.join(" 그리고 ", said.keySet()), "alpha");
    assertThat(PLACEHOLDER.matcher(asked(VENDOR.received().remove())).results().map(r -> number(r)))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, many).boxed().toList());
  }

  private static int number(MatchResult placeholder) {
    return Integer.parseInt(placeholder.group(1));
  }

  /** The question as it left. */
  private static String asked(Received call) {
    return call.body().path("messages").valueStream().toList().getLast().path("content").toString();
  }

  @Test
  void whatWasSaidIsSealedAtRest() {
    VENDOR.behaves(Script.says("아주비밀스러운답"));
    Client person = as("sealed");
    UUID conversation = person.converse();
    ask(person, conversation, "아주비밀스러운질문 010-2222-3333", "alpha");
    List<String> rows =
        Platform.superuser()
            .sql(
                "SELECT m::text FROM chat.messages m WHERE conversation_id = ?"
                    + " UNION ALL SELECT placeholders::text FROM chat.conversations WHERE id = ?")
            .params(conversation, conversation)
            .query(String.class)
            .list();
    assertThat(rows).hasSize(3);
    // with its hyphen, for four digits stand in the ids of some hours too
    assertThat(rows.toString()).doesNotContain("비밀스러운").doesNotContain("2222-3333");
    assertThat(person.conversation(conversation).toString()).contains("아주비밀스러운답");
  }

  @Test
  void aBudgetThatIsUsedUpRefusesWithItsReason() throws Exception {
    Platform.superuser()
        .sql(
            """
            INSERT INTO metering.budgets (scope, subject_id, period, cap, kind, warn_at, enabled)
            VALUES ('COMPANY', NULL, 'MONTH', 1, 'HARD', 80, true)
            """)
        .update();
    VENDOR.behaves(Script.says("x"));
    Client person = as("poor");
    AnswerReader reader = ask(person, person.converse(), "연차는?", "claude-haiku-4-5");
    // a new budget is known to every instance within five seconds
    for (int tries = 0; tries < 16 && !reader.kinds().getLast().equals("failed"); tries++) {
      Thread.sleep(500);
      reader = ask(person, person.converse(), "연차는?", "claude-haiku-4-5");
    }
    assertThat(reader.kinds()).endsWith("failed");
    assertThat(reader.events().getLast().data().path("problem").path("code").asString())
        .isEqualTo("budget_exceeded");
    // what costs nothing is never refused
    assertThat(ask(person, person.converse(), "연차는?", "alpha").text()).isEqualTo("x");
  }

  @Test
  void peopleSeeWhatTheyMayChooseAndWhatItLikelyCosts() {
    Client person = as("modeller");
    Client.Answer listed = person.call("listModels", "GET", "/v1/models", "");
    assertThat(listed.status()).as("%s", listed.body()).isEqualTo(200);
    JsonNode models = listed.body();
    List<String> ids =
        models.path("items").valueStream().map(m -> m.path("id").asString()).toList();
    assertThat(ids).contains("best", "private", "alpha", "beta", "claude-haiku-4-5");
    assertThat(ids).as("no key, no choice").doesNotContain("gpt-5.6-sol", "gemini-3.7-flash");
    JsonNode cost =
        person
            .call(
                "estimateCost",
                "POST",
                "/v1/models/estimate",
                "{\"text\":\"연차는?\",\"model\":\"claude-haiku-4-5\"}")
            .body();
    assertThat(cost.path("cost").asDouble()).isBetween(1.0, 100.0);
    // nobody has entered a rate here: people are told that it is only a placeholder
    assertThat(cost.path("rateSource").asString()).isEqualTo("shipped");
    assertThat(cost.path("rateDate").asString()).isEqualTo("2026-01-01");
  }

  @Test
  void aConfidentialPassageIsToldOnlyToWhoMayHaveIt() {
    UUID secret = Platform.confidential("무궁화.txt", "무궁화 프로젝트의 예산은 삼십칠억 원이다.");
    VENDOR.behaves(
        call -> isRewriting(call) ? Script.says("봉화산 높이는?") : Script.says("삼십칠억 원이에요 [1]."));
    VENDOR.received().clear();
    Client person = as("insider");
    UUID conversation = person.converse();
    AnswerReader reader = ask(person, conversation, "무궁화 프로젝트의 예산은?", "claude-haiku-4-5");
    assertThat(reader.text()).isEqualTo("삼십칠억 원이에요 [1].");
    assertThat(codes(reader)).contains("cleared");
    assertThat(reader.answer().at("/receipt/model").asString()).isEqualTo("alpha");
    // what was read stays in what is said after it
    AnswerReader next = follow(person, conversation, reader, "봉화산은?", "claude-haiku-4-5");
    assertThat(next.answer().at("/receipt/model").asString()).isEqualTo("alpha");
    assertThat(person.conversation(conversation).at("/conversation/confidential").asBoolean())
        .isTrue();
    assertThat(VENDOR.received()).isNotEmpty().allMatch(c -> c.dialect() == WireDialect.OPENAI);

    VENDOR.received().clear();
    ask(person, person.converse(), "연차는?", "claude-haiku-4-5");
    assertThat(VENDOR.received()).extracting(Received::dialect).contains(WireDialect.ANTHROPIC);
    Platform.withdraw(secret);
  }
}
