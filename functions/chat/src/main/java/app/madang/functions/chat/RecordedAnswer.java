package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ServerEvent;
import app.madang.runtime.web.Problems;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An answer that another instance writes or wrote, read out of Valkey and, at its end, the
 * database.
 */
final class RecordedAnswer implements EventSource {

  private static final long LOOK_MILLIS = 50;
  private static final int LOOKS = 20;
  private static final Duration VALKEY_MAY_BE_AWAY = Duration.ofSeconds(5);

  private final UUID conversation;
  private final UUID answer;
  private final PersonScope reader;
  private final StreamStore store;
  private final SavedAnswers saved;
  private long seenAt = System.nanoTime();

  RecordedAnswer(
      UUID conversation, UUID answer, PersonScope reader, StreamStore store, SavedAnswers saved) {
    this.conversation = conversation;
    this.answer = answer;
    this.reader = reader;
    this.store = store;
    this.saved = saved;
  }

  @Override
  public List<ServerEvent> after(long number) throws InterruptedException {
    for (int look = 0; look < LOOKS; look++) {
      try {
        if (look == 0) {
          store.sayThatSomebodyReads(answer);
        }
        List<ServerEvent> events = store.after(answer, reader.caller(), number);
        seenAt = System.nanoTime();
        if (!events.isEmpty()) {
          return events;
        }
      } catch (RedisException e) {
        if (System.nanoTime() - seenAt > VALKEY_MAY_BE_AWAY.toNanos()) {
          throw new ProblemException(ProblemCode.UNAVAILABLE);
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
    List<ServerEvent> end = new ArrayList<>();
    reader.run(() -> end.addAll(savedEnd(number)));
    return end;
  }

  /** The end out of the database when the stream itself is silent. */
  private List<ServerEvent> savedEnd(long number) {
    Optional<Message> now = saved.find(conversation, answer);
    if (now.isEmpty()) {
      ProblemException gone = new ProblemException(ProblemCode.NOT_FOUND);
      return List.of(event(number + 1, new AnswerEvent.Failed(Problems.of(gone))));
    }
    Message message = now.get();
    if (message.status() == AnswerStatus.STREAMING) {
      return List.of();
    }
    List<ServerEvent> events = new ArrayList<>();
    UUID question = message.parentId();
    if (number == 0 && question != null) {
      saved
          .find(conversation, question)
          .ifPresent(asked -> events.add(event(1, new AnswerEvent.Started(asked, answer, null))));
    }
    events.add(event(number + events.size() + 1, new AnswerEvent.Completed(message)));
    return events;
  }

  private static ServerEvent event(long id, AnswerEvent event) {
    return new ServerEvent(id, event.kind(), event);
  }

  @Override
  public void opened() {}

  @Override
  public void closed() {}
}
