package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamsIT {

  private final Client one = Platform.as("streamer");
  private final Client two = Platform.at(Platform.TWO, "streamer");
  private final UUID conversation = one.converse();

  @Test
  void aSuspendedPersonsAnswerEndsSoon() {
    Client person = Platform.as("suspendee");
    UUID conversation = person.converse();
    AnswerReader reader = person.ask(conversation, "조각 400").deltas(2);
    long suspended = System.nanoTime();
    Platform.superuser()
        .sql("UPDATE identity.users SET suspended_at = now() WHERE email LIKE 'suspendee%'")
        .update();
    reader.all();
    assertThat(Duration.ofNanos(System.nanoTime() - suspended)).isLessThan(Duration.ofSeconds(5));
    assertThat(reader.answer().path("status").asString()).isEqualTo("stopped");
  }

  @Test
  void anAnswerEndsWhenThePersonMayNoLongerReadWhatItRestsOn() {
    UUID collection = Platform.publish("권한.txt", "두루미 조각 무늬의 내력");
    AnswerReader reader = one.ask(conversation, "두루미 무늬 조각 400").deltas(2);
    unshare(collection);
    reader.all();
    assertThat(reader.answer().path("status").asString()).isEqualTo("stopped");
    assertThat(
            reader.events().stream()
                .filter(event -> event.kind().equals("notice"))
                .map(event -> event.data().path("code").asString()))
        .contains("rights_changed");
    assertThat(reader.text()).doesNotContain("400@");
  }

  @Test
  void whatIsToldAgainIsWithoutThePassagesThatWereTakenAway() {
    UUID collection = Platform.publish("무늬.txt", "해오라기 무늬의 내력은 길다.");
    AnswerReader over = one.ask(conversation, "해오라기 무늬 조각 3");
    over.all();
    AnswerReader running = one.ask(conversation, "해오라기 무늬 조각 400", over.answerId(), null);
    running.deltas(2);
    assertThat(quotes(over)).isNotEmpty().allMatch(quote -> quote.contains("해오라기"));
    unshare(collection);
    for (Client instance : List.of(one, two)) {
      for (AnswerReader first : List.of(running, over)) {
        AnswerReader again = instance.resume(conversation, first.answerId(), 0);
        again.until(event -> event.kind().equals("sources"));
        assertThat(quotes(again)).as("quotes").isNotEmpty().allMatch(String::isEmpty);
        assertThat(again.last().text()).contains("\"available\":false");
        again.close();
      }
    }
    AnswerReader whole = two.resume(conversation, over.answerId(), 0);
    whole.all();
    assertThat(whole.kinds()).isEqualTo(over.kinds());
    assertThat(whole.events().stream().map(AnswerReader.Event::text).toList())
        .noneMatch(told -> told.contains("내력은 길다"));
    one.stop(conversation, running.answerId());
  }

  private static void unshare(UUID collection) {
    Platform.superuser()
        .sql(
            "DELETE FROM identity.grants WHERE acl_id = (SELECT acl_id FROM knowledge.collections WHERE id = ?)")
        .param(collection)
        .update();
  }

  /** What was told of the document of the pattern. */
  private static List<String> quotes(AnswerReader reader) {
    return reader.events().stream()
        .filter(event -> event.kind().equals("sources"))
        .flatMap(event -> event.data().path("citations").valueStream())
        .filter(citation -> citation.path("documentName").asString().equals("무늬.txt"))
        .map(citation -> citation.path("quote").asString())
        .toList();
  }

  @Test
  void anotherInstanceReplaysAndFollowsLive() {
    try (AnswerReader first = one.ask(conversation, "조각 40").deltas(5)) {
      long seen = first.last().id();
      AnswerReader second = two.resume(conversation, first.answerId(), seen);
      second.deltas(3);
      long lag = System.nanoTime() - emitted(second.last());
      second.all();
      first.all();
      assertThat(second.events().stream().map(AnswerReader.Event::id).toList())
          .isEqualTo(LongStream.rangeClosed(seen + 1, first.last().id()).boxed().toList());
      assertThat(second.answer()).isEqualTo(first.answer());
      assertThat(Duration.ofNanos(lag)).isLessThan(Duration.ofMillis(500));
      AnswerReader late = two.resume(conversation, first.answerId(), 0);
      late.all();
      assertThat(late.kinds()).isEqualTo(first.kinds());
      AnswerReader past = two.resume(conversation, first.answerId(), 999);
      past.all();
      assertThat(past.kinds()).containsExactly("completed");
    }
  }

  private static long emitted(AnswerReader.Event delta) {
    return Long.parseLong(delta.data().path("text").asString().strip().replaceAll(".*@", ""));
  }

  @Test
  void stopReachesTheWriterFromAnyInstanceWithinTwoSeconds() {
    for (Client stopper : List.of(one, two)) {
      AnswerReader reader = one.ask(conversation, "조각 200").deltas(5);
      long asked = System.nanoTime();
      assertThat(stopper.stop(conversation, reader.answerId())).isEqualTo(204);
      reader.all();
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
      assertThat(reader.answer().path("status").asString()).isEqualTo("stopped");
      assertThat(reader.answer().path("text").asString()).isEqualTo(reader.text());
      assertThat(one.message(conversation, reader.answerId())).isEqualTo(reader.answer());
      assertThat(stopper.stop(conversation, reader.answerId())).isEqualTo(204);
    }
  }

  @Test
  void whatNobodyReadsIsInterruptedAfterAWhile() {
    AnswerReader reader = one.ask(conversation, "조각 400").deltas(2);
    UUID answer = reader.answerId();
    reader.close();
    until(Duration.ofSeconds(8), () -> status(answer).equals("interrupted"));
    assertThat(one.message(conversation, answer).path("text").asString()).contains("20@");
  }

  @Test
  void aReaderAtAnotherInstanceKeepsTheWriterGoing() {
    AnswerReader reader = one.ask(conversation, "조각 120").deltas(2);
    reader.close();
    AnswerReader other = two.resume(conversation, reader.answerId(), reader.last().id());
    other.all();
    assertThat(other.answer().path("status").asString()).isEqualTo("complete");
  }

  @Test
  void theAnswerOfAKilledInstanceIsInterruptedAfterTwoMinutes() {
    AnswerReader reader = one.ask(conversation, "조각 1");
    reader.all();
    UUID answer = reader.answerId();
    assertThat(abandon(answer, "1 minute")).isOne();
    assertThat(status(answer)).isEqualTo("streaming");
    assertThat(one.regenerate(conversation, answer).status()).isEqualTo(409);
    assertThat(abandon(answer, "3 minutes")).isOne();
    assertThat(status(answer)).isEqualTo("interrupted");
    assertThat(one.ask(conversation, "조각 1", answer, null).status()).isEqualTo(200);
  }

  private static int abandon(UUID answer, String ago) {
    return Platform.superuser()
        .sql(
            "UPDATE chat.messages SET status = 'streaming',"
                + " touched_at = now() - CAST(? AS interval) WHERE id = ?")
        .params(ago, answer)
        .update();
  }

  @Test
  void terminationSavesWhatRuns() {
    Platform.STACK.environment("chat", Map.of());
    Platform.PacedFunction[] made = new Platform.PacedFunction[1];
    try (FunctionServer server =
        FunctionServer.start(
            () -> {
              made[0] = new Platform.PacedFunction();
              return made[0];
            })) {
      AnswerReader reader = Platform.at(server, "streamer").ask(conversation, "조각 400").deltas(5);
      made[0].terminate();
      reader.all();
      assertThat(reader.answer().path("status").asString()).isEqualTo("interrupted");
      assertThat(status(reader.answerId())).isEqualTo("interrupted");
      AnswerReader elsewhere = two.resume(conversation, reader.answerId(), 0);
      elsewhere.all();
      assertThat(elsewhere.kinds()).isEqualTo(reader.kinds());
    }
  }

  @Test
  void withoutValkeyTheStreamStillRunsWhereItIs() {
    Platform.STACK.environment("chat", Map.of("REDIS_URL", "redis://127.0.0.1:9"));
    try (FunctionServer server = FunctionServer.start(Platform.PacedFunction::new)) {
      Client person = Platform.at(server, "streamer");
      AnswerReader reader = person.ask(conversation, "조각 20").deltas(3);
      assertThat(relayed(reader.events())).isLessThan(Duration.ofMillis(200));
      reader.all();
      assertThat(reader.answer().path("status").asString()).isEqualTo("complete");
      AnswerReader written = one.ask(conversation, "조각 60").deltas(2);
      assertThat(person.resume(conversation, written.answerId(), 0).status()).isEqualTo(503);
      assertThat(person.stop(conversation, written.answerId())).isEqualTo(503);
      one.stop(conversation, written.answerId());
    } finally {
      Platform.STACK.environment("chat", Map.of());
    }
  }

  private static Duration relayed(List<AnswerReader.Event> events) {
    AnswerReader.Event last = events.getLast();
    return Duration.ofNanos(last.nanos() - emitted(last));
  }

  private String status(UUID answer) {
    JsonNode message = one.message(conversation, answer);
    return message.path("status").asString();
  }

  private static void until(Duration patience, BooleanSupplier holds) {
    long end = System.nanoTime() + patience.toNanos();
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it did not happen in time").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
