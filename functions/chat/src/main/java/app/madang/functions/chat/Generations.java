package app.madang.functions.chat;

import app.madang.knowledge.Library;
import app.madang.knowledge.Retrieval;
import app.madang.runtime.Caller;
import app.madang.runtime.ServerEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;

/** The answers that this instance writes, from their start until every instance could read them. */
final class Generations implements AutoCloseable {

  /** Cloud Run gives ten seconds after SIGTERM. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final Map<UUID, Generation> running = new ConcurrentHashMap<>();
  private final Parts parts;

  Generations(Parts parts) {
    this.parts = parts;
  }

  /** What a generation works with. */
  record Parts(
      Retrieval retrieval,
      ModelAnswers answers,
      ConversationAnswers written,
      FollowUps followUps,
      AnsweredBefore before,
      Secrecy secrecy,
      SavedAnswers saved,
      Library library,
      ToolAccess tools,
      StreamStore store,
      StreamRules rules) {}

  /** Starts an answer on threads of its own; it goes on when the reader leaves. */
  Publisher<ServerEvent> start(Question question) {
    LiveAnswer live =
        new LiveAnswer(question.answerId(), question.conversation().id(), Caller.current());
    live.publish(
        new AnswerEvent.Started(question.message(), question.answerId(), question.title()));
    Generation generation = new Generation(parts, question, live);
    running.put(live.id(), generation);
    generation.start(() -> running.remove(live.id()));
    return new EventPump(live, 0);
  }

  /** The caller's answer that this instance writes, or wrote just now. */
  Optional<Generation> find(UUID answer) {
    return Optional.ofNullable(running.get(answer))
        .filter(generation -> generation.live().owner().id().equals(Caller.current().id()));
  }

  /** Stops the answers of a conversation that is gone. */
  void stopAll(UUID conversation) {
    running.values().stream()
        .filter(generation -> generation.live().conversationId().equals(conversation))
        .forEach(generation -> generation.end(AnswerStatus.STOPPED));
  }

  /** Saves what runs as interrupted. */
  @Override
  public void close() {
    List<Generation> left = List.copyOf(running.values());
    List<Thread> ending =
        left.stream()
            .map(g -> Thread.ofVirtual().start(() -> g.end(AnswerStatus.INTERRUPTED)))
            .toList();
    try {
      for (Thread thread : ending) {
        thread.join(LAST_WORDS);
      }
      for (Generation generation : left) {
        generation.awaitRecorded(Duration.ofMillis(500));
        generation.awaitSettled(Duration.ofSeconds(1));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
