package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.StatementCounter;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AskingIT {

  private static final String LEAVE = "1년간 80% 이상 출근한 직원에게 15일의 연차휴가를 준다.";

  @BeforeAll
  static void library() {
    Platform.publish("취업규칙.txt", LEAVE + " 병가는 연 60일 이내로 한다.", "출장 숙박비는 1박 15만원까지 낸다.");
  }

  @Test
  void anAnswerStreamsInOrderAndKeepsOnlyWhatItCites() {
    Client person = Platform.as("asker");
    UUID conversation = person.converse();
    AnswerReader reader = person.ask(conversation, "연차는 며칠인가요?");
    reader.all();

    assertThat(reader.kinds()).startsWith("started", "sources", "notice", "delta");
    assertThat(reader.kinds()).endsWith("delta", "completed");
    assertThat(reader.events().stream().map(AnswerReader.Event::id).toList())
        .isEqualTo(
            java.util.stream.LongStream.rangeClosed(1, reader.events().size()).boxed().toList());
    assertThat(reader.events().getFirst().data().path("title").asString()).isEqualTo("연차는 며칠인가요?");
    assertThat(reader.text()).contains("“" + LEAVE + "” [1]");
    JsonNode answer = reader.answer();
    assertThat(answer.path("text").asString()).isEqualTo(reader.text());
    assertThat(answer.path("status").asString()).isEqualTo("complete");
    assertThat(answer.path("citations")).hasSize(1);
    JsonNode citation = answer.path("citations").get(0);
    assertThat(citation.path("quote").asString()).isEqualTo(LEAVE);
    assertThat(citation.path("documentName").asString()).isEqualTo("취업규칙.txt");
    assertThat(citation.path("location").path("page").asInt()).isEqualTo(1);
    assertThat(person.message(conversation, reader.answerId())).isEqualTo(answer);
  }

  @Test
  void whatNobodyWroteIsNotAnswered() {
    Client person = Platform.as("asker");
    AnswerReader reader = person.ask(person.converse(), "zyzzyva");
    reader.all();
    assertThat(reader.events().stream().map(e -> e.data().path("code").asString("")).toList())
        .contains("nothing_found");
    assertThat(reader.answer().path("citations")).isEmpty();
  }

  @Test
  void questionsBranchWhereTheyAreEditedAndAnswersHaveSiblings() {
    Client person = Platform.as("asker");
    UUID conversation = person.converse();
    AnswerReader first = person.ask(conversation, "연차");
    first.all();
    AnswerReader follow = person.ask(conversation, "병가", first.answerId(), null);
    follow.all();
    AnswerReader edited = person.ask(conversation, "병가는 며칠?", first.answerId(), null);
    edited.all();
    AnswerReader again = person.regenerate(conversation, edited.answerId());
    again.all();

    JsonNode messages = person.conversation(conversation).path("messages");
    assertThat(messages).hasSize(7);
    assertThat(parent(follow)).isEqualTo(first.answerId().toString()).isEqualTo(parent(edited));
    assertThat(again.answer().path("parentId").asString())
        .isEqualTo(edited.answer().path("parentId").asString());
    assertThat(again.answerId()).isNotEqualTo(edited.answerId());
    assertThat(follow.events().getFirst().data().has("title")).isFalse();
    UUID question = UUID.fromString(edited.answer().path("parentId").asString());
    assertThat(person.ask(conversation, "x", question, null).status()).isEqualTo(404);
    assertThat(person.regenerate(conversation, question).status()).isEqualTo(404);
  }

  @Test
  void aQuoteIsGoneWithTheRightToItsDocument() {
    UUID collection = Platform.publish("임시 규정.txt", "두루미 수당은 한 해에 이십만원이다.");
    Client person = Platform.as("revoked");
    UUID conversation = person.converse();
    AnswerReader reader = person.ask(conversation, "두루미 수당은 얼마인가요?");
    reader.all();
    JsonNode before = citation(person, conversation, reader.answerId());
    assertThat(before.path("quote").asString()).contains("두루미");
    assertThat(before.has("available")).isFalse();

    unshare(collection);
    JsonNode after = citation(person, conversation, reader.answerId());
    assertThat(after.path("quote").asString()).isEmpty();
    assertThat(after.path("available").asBoolean(true)).isFalse();
    assertThat(after.path("documentName").asString()).isEqualTo("임시 규정.txt");
  }

  private static JsonNode citation(Client person, UUID conversation, UUID answer) {
    return person.message(conversation, answer).path("citations").get(0);
  }

  private static void unshare(UUID collection) {
    int revoked =
        Platform.superuser()
            .sql(
                """
                DELETE FROM identity.grants g USING knowledge.collections c
                WHERE c.id = :id AND g.acl_id = c.acl_id
                """)
            .param("id", collection)
            .update();
    assertThat(revoked).isEqualTo(1);
  }

  private static String parent(AnswerReader reader) {
    return reader.events().getFirst().data().path("question").path("parentId").asString();
  }

  @Test
  void aRepeatedQuestionReadsTheSameAnswer() {
    Client person = Platform.as("asker");
    UUID conversation = person.converse();
    String key = UUID.randomUUID().toString();
    AnswerReader first = person.ask(conversation, "조각 10", null, key);
    first.deltas(3);
    AnswerReader second = person.ask(conversation, "조각 10", null, key);
    second.all();
    first.all();
    assertThat(second.answer()).isEqualTo(first.answer());
    assertThat(second.kinds()).isEqualTo(first.kinds());
    assertThat(person.conversation(conversation).path("messages")).hasSize(2);

    AnswerReader other = person.ask(conversation, "조각 11", null, key);
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.problemCode()).isEqualTo("idempotency_mismatch");
    Client elsewhere = Platform.at(Platform.TWO, "asker");
    AnswerReader third = elsewhere.ask(conversation, "조각 10", null, key);
    third.all();
    assertThat(third.answer()).isEqualTo(first.answer());
  }

  @Test
  void aBrokenModelIsToldAndKept() {
    Client person = Platform.as("asker");
    UUID conversation = person.converse();
    AnswerReader reader = person.ask(conversation, "고장");
    reader.all();
    assertThat(reader.kinds()).endsWith("delta", "failed");
    JsonNode kept = person.message(conversation, reader.answerId());
    assertThat(kept.path("status").asString()).isEqualTo("failed");
    assertThat(kept.path("failure").path("code").asString()).isEqualTo("internal");
    assertThat(kept.path("failure").path("message").asString()).contains("다시 답변");
    assertThat(kept.path("text").asString()).isEqualTo(reader.text());
  }

  @Test
  void aQuestionCostsFewStatements() {
    Client person = Platform.as("asker");
    UUID conversation = person.converse();
    person.ask(conversation, "연차").all();
    StatementCounter.PREPARED.set(0);
    person.ask(conversation, "연차").all();
    int asked = StatementCounter.PREPARED.getAndSet(0);
    person.conversation(conversation);
    int read = StatementCounter.PREPARED.getAndSet(0);
    assertThat(asked).isLessThanOrEqualTo(16);
    assertThat(read).isLessThanOrEqualTo(4);
  }
}
