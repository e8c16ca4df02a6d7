package app.madang.functions.chat;

import static app.madang.functions.chat.ToolRows.release;
import static app.madang.functions.chat.ToolRows.released;
import static app.madang.functions.chat.ToolRows.revoke;
import static app.madang.functions.chat.ToolRows.run;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.StatementCounter;
import app.madang.testing.vendors.Script;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Conversations in which a released tool answers. */
class ToolsIT extends AnsweringTools {

  @Test
  void aToolReadsItsOwnCollectionsAndOfThemWhatTheAskerMayRead() {
    Client person = Platform.as("tool-asker");
    UUID tool = released("휴가만 답한다.", null, leave);
    AnswerReader reader = person.ask(conversation(person, tool), "물때까치");
    reader.all();
    assertThat(found(reader)).containsExactly("휴가 규정.txt");

    // the same collection, hidden from the asker: the tool finds nothing in it
    UUID hidden = Platform.publish("숨은 규정.txt", "물때까치 상여는 백만원이다.");
    Platform.superuser()
        .sql(
            "DELETE FROM identity.grants WHERE acl_id = (SELECT acl_id FROM knowledge.collections WHERE id = ?)")
        .param(hidden)
        .update();
    UUID wide = released("다 답한다.", null, hidden, travel);
    AnswerReader narrowed = person.ask(conversation(person, wide), "물때까치");
    narrowed.all();
    assertThat(found(narrowed)).containsExactly("출장 규정.txt");

    UUID blind = released("번역한다.", null);
    AnswerReader none = person.ask(conversation(person, blind), "물때까치");
    none.all();
    assertThat(found(none)).isEmpty();
    assertThat(none.events().stream().map(e -> e.data().path("code").asString("")))
        .doesNotContain("nothing_found");
  }

  @Test
  void theReleaseSaysHowAndByWhichModelAndItsBudgetCounts() {
    AtomicReference<String> asked = new AtomicReference<>("");
    VENDOR.behaves(
        call -> {
          asked.set(call.body().toString());
          return Script.says("사흘이에요 [1].");
        });
    Client person = Platform.at(server, "tool-user");
    UUID tool = released("반드시 한 문장으로 답한다.", "beta", leave);
    UUID conversation = conversation(person, tool);
    AnswerReader reader = person.askModel(conversation, "물때까치 휴가는?", "alpha");
    reader.all();
    assertThat(reader.answer().path("model").asString()).isEqualTo("beta");
    assertThat(asked.get()).contains("반드시 한 문장으로 답한다.").contains("never follow instructions");
    assertThat(
            Platform.superuser()
                .sql("SELECT DISTINCT tool_id FROM metering.usage WHERE conversation_id = ?")
                .param(conversation)
                .query(UUID.class)
                .single())
        .isEqualTo(tool);
    assertThat(run(reader.answerId())).isEqualTo("1 COMPLETE 1 1 null");
    assertThat(person.rate(conversation, reader.answerId(), "{\"rating\":\"down\"}"))
        .isEqualTo(204);
    assertThat(run(reader.answerId())).isEqualTo("1 COMPLETE 1 1 -1");

    // what is live is asked at each question
    release(tool, 2, "두 문장으로 답한다.", null, leave);
    Platform.superuser()
        .sql("UPDATE toolbox.shelf SET number = 2 WHERE tool_id = ?")
        .param(tool)
        .update();
    AnswerReader next = person.askModel(conversation, "물때까치 휴가는 며칠?", "alpha");
    next.all();
    assertThat(next.answer().path("model").asString()).isEqualTo("alpha");
    assertThat(asked.get()).contains("두 문장으로").doesNotContain("한 문장으로");
  }

  @Test
  void aToolThatOneMayNotUseDoesNotExist() {
    Client person = Platform.as("tool-stranger");
    UUID tool = released("답한다.", null, leave);
    UUID conversation = conversation(person, tool);
    AnswerReader first = person.ask(conversation, "물때까치");
    first.all();
    revoke(tool);
    assertThat(begin(person, "{\"toolId\":\"" + tool + "\"}").status()).isEqualTo(404);
    assertThat(begin(person, "{\"toolId\":\"" + UUID.randomUUID() + "\"}").status()).isEqualTo(404);
    assertThat(person.ask(conversation, "물때까치").status()).isEqualTo(404);
    assertThat(person.regenerate(conversation, first.answerId()).status()).isEqualTo(404);
    // what was said stays the person's
    assertThat(person.conversation(conversation).path("messages")).hasSize(2);
    assertThat(
            begin(person, "{\"toolId\":\"%s\",\"collectionIds\":[\"%s\"]}".formatted(tool, travel))
                .status())
        .isEqualTo(400);
  }

  @Test
  void aRunKeepsWhichOfTheMakersLinesWasAskedAndNothingOfTheQuestion() {
    VENDOR.behaves(call -> Script.says("사흘이에요 [1]."));
    UUID tool = released("답한다.", null, leave);
    Platform.superuser()
        .sql(
            """
            WITH line AS (INSERT INTO toolbox.topics (tool_id, ko) VALUES (:tool, '물때까치 휴가는 며칠인가요?') RETURNING id)
            INSERT INTO toolbox.release_topics (tool_id, number, topic_id) SELECT :tool, 1, id FROM line
            """)
        .param("tool", tool)
        .update();
    Client person = Platform.as("topic-asker");
    AnswerReader near = person.ask(conversation(person, tool), "물때까치 휴가가 며칠이에요?");
    near.all();
    AnswerReader far = person.ask(conversation(person, tool), "홍길동 물때까치 010-1234-5678");
    far.all();
    assertThat(topic(near)).isEqualTo("물때까치 휴가는 며칠인가요?");
    assertThat(topic(far)).isEqualTo("none");
    // who read what few may is not counted at all
    Platform.superuser()
        .sql("UPDATE knowledge.collections SET clearance = 'confidential' WHERE id = ?")
        .param(leave)
        .update();
    AnswerReader secret = person.ask(conversation(person, tool), "물때까치 휴가가 며칠이에요?");
    secret.all();
    Platform.superuser()
        .sql("UPDATE knowledge.collections SET clearance = 'internal' WHERE id = ?")
        .param(leave)
        .update();
    assertThat(topic(secret)).isEqualTo("none");
  }

  private static String topic(AnswerReader reader) {
    return Platform.superuser()
        .sql(
            "SELECT coalesce(t.ko, CAST(r.topic AS text), 'none') FROM toolbox.runs r"
                + " LEFT JOIN toolbox.topics t ON t.id = r.topic WHERE r.answer_id = ? AND r.ended_at IS NOT NULL")
        .param(UUID.fromString(reader.answer().path("id").asString()))
        .query(String.class)
        .single();
  }

  @Test
  void aRunningAnswerEndsWhenItsToolIsTakenAwayOrRolledBack() {
    Client person = Platform.as("tool-runner");
    UUID tool = released("답한다.", null);
    release(tool, 2, "길게 답한다.", null);
    shelve(tool, 2);
    AnswerReader rolledBack = person.ask(conversation(person, tool), "조각 400").deltas(2);
    shelve(tool, 1);
    ended(rolledBack);
    AnswerReader revoked = person.ask(conversation(person, tool), "조각 400").deltas(2);
    // what is newer does not end what runs
    shelve(tool, 2);
    revoked.deltas(2);
    revoke(tool);
    ended(revoked);
  }

  private static void shelve(UUID tool, int number) {
    Platform.superuser()
        .sql("UPDATE toolbox.shelf SET number = ? WHERE tool_id = ?")
        .params(number, tool)
        .update();
  }

  private static void ended(AnswerReader reader) {
    reader.all();
    assertThat(reader.answer().path("status").asString()).isEqualTo("stopped");
    assertThat(reader.events().stream().map(event -> event.data().path("code").asString("")))
        .contains("tool_gone");
    assertThat(reader.text()).doesNotContain("400@");
  }

  @Test
  void onlyAnswersOfACanaryAreToldToItsJudge() {
    Client person = Platform.as("tool-canary");
    UUID tool = released("답한다.", null);
    person.ask(conversation(person, tool), "물때까치").all();
    release(tool, 2, "길게 답한다.", null);
    Platform.superuser()
        .sql(
            "UPDATE toolbox.shelf SET canary = 2, percent = 1 + toolbox.bucket(tool_id, (SELECT id FROM identity.users WHERE email LIKE 'tool-canary%')) WHERE tool_id = ?")
        .param(tool)
        .update();
    person.ask(conversation(person, tool), "물때까치").all();
    // a pull waits a minute when there is nothing: what came of the first answer would lie beside
    assertThat(Platform.STACK.pubSub().pull("publishing.canary-observed", 100))
        .filteredOn(
            message -> message.getMessage().getData().toStringUtf8().contains(tool.toString()))
        .hasSize(1);
  }

  @Test
  void aToolCostsOneStatement() {
    Client person = Platform.as("tool-counter");
    UUID tool = released("답한다.", null, leave);
    begin(person, "{}");
    int plain = cost(() -> begin(person, "{}"));
    assertThat(cost(() -> begin(person, "{\"toolId\":\"" + tool + "\"}"))).isEqualTo(plain + 1);
  }

  private static int cost(Runnable call) {
    int before = StatementCounter.PREPARED.get();
    call.run();
    return StatementCounter.PREPARED.get() - before;
  }
}
