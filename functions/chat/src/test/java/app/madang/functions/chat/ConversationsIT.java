package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.chat.Client.Answer;
import app.madang.testing.StatementCounter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConversationsIT {

  @Test
  void anotherPersonsConversationDoesNotExist() {
    Client owner = Platform.as("owner");
    UUID conversation = owner.converse();
    AnswerReader reader = owner.ask(conversation, "조각 100").deltas(1);
    UUID answer = reader.answerId();
    Client stranger = Platform.as("stranger");
    String path = "/v1/conversations/" + conversation;

    assertThat(stranger.call("getConversation", "GET", path, "").status()).isEqualTo(404);
    assertThat(rename(stranger, conversation, "x").status()).isEqualTo(404);
    assertThat(stranger.call("deleteConversation", "DELETE", path, "").status()).isEqualTo(404);
    assertThat(stranger.ask(conversation, "x").status()).isEqualTo(404);
    assertThat(stranger.resume(conversation, answer, 0).status()).isEqualTo(404);
    assertThat(stranger.regenerate(conversation, answer).status()).isEqualTo(404);
    assertThat(stranger.stop(conversation, answer)).isEqualTo(404);
    assertThat(stranger.rate(conversation, answer, "{\"rating\":\"up\"}")).isEqualTo(404);
    UUID own = stranger.converse();
    assertThat(stranger.ask(own, "x", answer, null).status()).isEqualTo(404);
    assertThat(stranger.resume(own, answer, 0).status()).isEqualTo(404);
    assertThat(stranger.titles("조각")).isEmpty();
    assertThat(owner.stop(conversation, answer)).isEqualTo(204);
    reader.all();
    assertThat(reader.answer().path("status").asString()).isEqualTo("stopped");
  }

  @Test
  void conversationsAreFoundByTheirWords() {
    Client person = Platform.as("searcher");
    UUID conversation = person.converse();
    person.ask(conversation, "Annual leave 규정과 경조사 휴가는?").all();
    person.converse();
    String title = "Annual leave 규정과 경조사 휴가는?";
    for (String query : new String[] {"annual", "ann", "경조사", "휴가+leave", "휴"}) {
      assertThat(person.titles(query)).as(query).containsExactly(title);
    }
    for (String query : new String[] {"nnual", "경조금", "휴가+sick", "!!"}) {
      assertThat(person.titles(query)).as(query).isEmpty();
    }
    assertThat(person.titles("")).hasSize(2);
    assertThat(rename(person, conversation, "여름 계획").body().path("title").asString())
        .isEqualTo("여름 계획");
    assertThat(person.titles("여름")).containsExactly("여름 계획");
    assertThat(person.titles("경조사")).containsExactly("여름 계획");
  }

  @Test
  void pagesJoinToTheWholeTheLatestFirst() {
    Client person = Platform.as("pager");
    for (int i = 0; i < 7; i++) {
      person.converse();
    }
    UUID latest = person.converse();
    Set<String> seen = new HashSet<>();
    String cursor = "";
    do {
      String path = "/v1/conversations?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      JsonNode page = person.call("listConversations", "GET", path, "").body();
      if (cursor.isEmpty()) {
        assertThat(page.path("items").get(0).path("id").asString()).isEqualTo(latest.toString());
      }
      page.path("items").forEach(item -> assertThat(seen.add(item.path("id").asString())).isTrue());
      cursor = page.path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(8);
  }

  @Test
  void aLongConversationComesInPagesFromItsEnd() {
    Client person = Platform.as("talker");
    UUID conversation = person.converse();
    String path = "/v1/conversations/" + conversation;
    JsonNode empty = person.conversation(conversation);
    assertThat(empty.path("messages")).isEmpty();
    assertThat(empty.has("nextCursor")).isFalse();
    List<String> said = say(conversation, 350);
    // who calls, the conversation, its messages
    assertThat(cost(() -> person.conversation(conversation))).isEqualTo(3);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      String asked = path + "?limit=70" + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
      int before = StatementCounter.PREPARED.get();
      JsonNode page = person.call("getConversation", "GET", asked, "").body();
      List<String> ids = page.path("messages").valueStream().map(ConversationsIT::id).toList();
      // the page with the answer that nobody writes any more is read again
      assertThat(StatementCounter.PREPARED.get() - before)
          .isEqualTo(ids.contains(said.getFirst()) ? 8 : 3);
      assertThat(ids).hasSize(70);
      seen.addAll(0, ids);
      if (ids.contains(said.getFirst())) {
        assertThat(page.path("messages").get(0).path("status").asString()).isEqualTo("interrupted");
      }
      cursor = page.path("nextCursor").asString("");
    } while (!cursor.isEmpty());
    assertThat(seen).isEqualTo(said);
    JsonNode newest = person.conversation(conversation);
    assertThat(newest.path("messages")).hasSize(100);
    assertThat(newest.path("messages").valueStream().map(ConversationsIT::id).toList())
        .isEqualTo(said.subList(250, 350));
    String next = "?cursor=" + newest.path("nextCursor").asString();
    assertThat(Platform.as("stranger").call("getConversation", "GET", path + next, "").status())
        .isEqualTo(404);
    for (String odd : new String[] {"cursor=x", "cursor=eA", "limit=0", "limit=101"}) {
      assertThat(person.call("getConversation", "GET", path + "?" + odd, "").status())
          .as(odd)
          .isEqualTo(400);
    }
    assertThat(person.call("deleteConversation", "DELETE", path, "").status()).isEqualTo(204);
  }

  private static String id(JsonNode message) {
    return message.path("id").asString();
  }

  private static int cost(Runnable call) {
    int before = StatementCounter.PREPARED.get();
    call.run();
    return StatementCounter.PREPARED.get() - before;
  }

  /**
   * Says so much over half a year; the first is an answer whose writer died. Their ids, in order.
   */
  private static List<String> say(UUID conversation, int count) {
    return Platform.superuser()
        .sql(
            """
            INSERT INTO chat.messages (id, conversation_id, owner_id, parent_id, role, text, status, created_at, touched_at)
            SELECT m.id, c.id, c.owner_id, lag(m.id) OVER (ORDER BY m.id),
                   CASE WHEN i % 2 = 1 THEN 'assistant' ELSE 'user' END, '말 ' || i,
                   CASE WHEN i = 1 THEN 'streaming' ELSE 'complete' END, uuid_extract_timestamp(m.id),
                   now() - interval '10 minutes'
              FROM (SELECT i, uuidv7(make_interval(hours => 12 * (i - :count))) AS id
                      FROM generate_series(1, :count) i) m
              CROSS JOIN chat.conversations c WHERE c.id = :conversation
            RETURNING id
            """)
        .param("count", count)
        .param("conversation", conversation)
        .query(String.class)
        .list()
        .stream()
        .sorted()
        .toList();
  }

  @Test
  void whatIsDeletedIsGoneWithItsMessages() {
    Client person = Platform.as("deleter");
    UUID conversation = person.converse();
    AnswerReader reader = person.ask(conversation, "조각 200").deltas(2);
    String path = "/v1/conversations/" + conversation;
    assertThat(person.call("deleteConversation", "DELETE", path, "").status()).isEqualTo(204);
    reader.all();
    assertThat(reader.kinds()).endsWith("failed");
    assertThat(person.call("getConversation", "GET", path, "").status()).isEqualTo(404);
    long left =
        Platform.superuser()
            .sql(
                "SELECT (SELECT count(*) FROM chat.messages WHERE conversation_id = :id)"
                    + " + (SELECT count(*) FROM chat.postings WHERE conversation_id = :id)")
            .param("id", conversation)
            .query(Long.class)
            .single();
    assertThat(left).isZero();
  }

  @Test
  void answersAreRated() {
    Client person = Platform.as("rater");
    UUID conversation = person.converse();
    AnswerReader reader = person.ask(conversation, "조각 1");
    reader.all();
    UUID answer = reader.answerId();
    assertThat(person.rate(conversation, answer, "{\"rating\":\"down\",\"comment\":\"개정 전\"}"))
        .isEqualTo(204);
    JsonNode rated = person.message(conversation, answer);
    assertThat(rated.path("feedback").asString()).isEqualTo("down");
    assertThat(rated.path("feedbackComment").asString()).isEqualTo("개정 전");
    assertThat(person.rate(conversation, answer, "{\"rating\":\"up\"}")).isEqualTo(204);
    JsonNode changed = person.message(conversation, answer);
    assertThat(changed.path("feedback").asString()).isEqualTo("up");
    assertThat(changed.has("feedbackComment")).isFalse();
    assertThat(Platform.as("stranger").withdrawRating(conversation, answer)).isEqualTo(404);
    assertThat(person.withdrawRating(person.converse(), answer)).isEqualTo(404);
    assertThat(person.message(conversation, answer).path("feedback").asString()).isEqualTo("up");
    assertThat(person.withdrawRating(conversation, answer)).isEqualTo(204);
    assertThat(person.message(conversation, answer).has("feedback")).isFalse();
    assertThat(person.withdrawRating(conversation, answer)).isEqualTo(204);
    UUID question = UUID.fromString(reader.answer().path("parentId").asString());
    assertThat(person.rate(conversation, question, "{\"rating\":\"up\"}")).isEqualTo(404);
    assertThat(person.withdrawRating(conversation, question)).isEqualTo(404);
    assertThat(person.rate(conversation, answer, "{\"rating\":\"meh\"}")).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{}",
        "{\"text\":\" \"}",
        "{\"text\":5}",
        "{\"text\":\"a\",\"more\":1}",
        "{\"text\":\"a\",\"parentId\":\"1\"}",
        "{\"text\":\"\\u0000\"}"
      })
  void oddQuestionsAreTheCallersFault(String body) {
    Client person = Platform.as("odd");
    String path = "/v1/conversations/" + person.converse() + "/messages";
    assertThat(person.call("ask", "POST", path, body).status()).isEqualTo(400);
  }

  @Test
  void messagesLieInTheirMonthAndEarlyOnesMoveThere() throws SQLException {
    UUID conversation = Platform.as("planner").converse();
    int early =
        Platform.superuser()
            .sql(
                """
                INSERT INTO chat.messages (id, conversation_id, owner_id, role, text, status, created_at)
                SELECT id, :conversation, id, 'user', '', 'complete', uuid_extract_timestamp(id)
                  FROM (SELECT uuidv7(interval '14 months') AS id) made
                """)
            .param("conversation", conversation)
            .update();
    assertThat(early).isOne();
    assertThat(misplaced()).isOne();
    try (Connection owner = Platform.STACK.connect("madang_owner");
        Statement statement = owner.createStatement()) {
      statement.execute("SELECT chat.make_partitions(15), chat.make_partitions(15)");
    }
    assertThat(misplaced()).isZero();
  }

  private static long misplaced() {
    return Platform.superuser()
        .sql("SELECT count(*) FROM chat.messages_default")
        .query(Long.class)
        .single();
  }

  private static Answer rename(Client person, UUID id, String title) {
    String path = "/v1/conversations/" + id;
    return person.call("renameConversation", "PATCH", path, "{\"title\":\"" + title + "\"}");
  }
}
