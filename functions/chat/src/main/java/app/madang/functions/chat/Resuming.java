package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.ServerEvent;
import io.lettuce.core.RedisException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Reads an answer's stream again, and stops it, from whichever instance. */
final class Resuming {

  private final SavedAnswers saved;
  private final StreamStore store;
  private final Generations generations;
  private final StillReadable.Rights rights;

  Resuming(
      SavedAnswers saved, StreamStore store, Generations generations, StillReadable.Rights rights) {
    this.saved = saved;
    this.store = store;
    this.generations = generations;
    this.rights = rights;
  }

  record ResumeAnswer(
      @NotNull UUID conversationId,
      @NotNull UUID messageId,
      @Nullable @PositiveOrZero Long lastEventId) {}

  Publisher<ServerEvent> resume(ResumeAnswer input) {
    long after = input.lastEventId() == null ? 0 : input.lastEventId();
    return replay(input.conversationId(), input.messageId(), after);
  }

  /** The stream after an event's number, from here when it is written here. */
  Publisher<ServerEvent> replay(UUID conversation, UUID answer, long after) {
    find(conversation, answer);
    Optional<Generation> local = generations.find(answer);
    if (local.isPresent()) {
      return pump(local.get().live(), after);
    }
    try {
      store.after(answer, Caller.current(), after);
    } catch (RedisException e) {
      throw new ProblemException(ProblemCode.UNAVAILABLE);
    }
    return pump(
        new RecordedAnswer(conversation, answer, PersonScope.current(), store, saved), after);
  }

  /** Rights may have changed since the events were first told. */
  private Publisher<ServerEvent> pump(EventSource source, long after) {
    return new EventPump(new StillReadable(source, PersonScope.current(), rights), after);
  }

  /** Ends an answer with its text so far, here or where it is written. */
  void stop(Asking.MessageId input) {
    Message answer = find(input.conversationId(), input.messageId());
    Optional<Generation> local = generations.find(answer.id());
    if (local.isPresent()) {
      local.get().end(AnswerStatus.STOPPED);
    } else if (answer.status() == AnswerStatus.STREAMING) {
      try {
        store.askToStop(answer.id());
      } catch (RedisException e) {
        throw new ProblemException(ProblemCode.UNAVAILABLE);
      }
    }
  }

  private Message find(UUID conversation, UUID answer) {
    return saved
        .find(conversation, answer)
        .filter(Message::isAnswer)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
