package app.madang.functions.chat;

import app.madang.runtime.web.Problems.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reader of an answer's stream is told, as the contract names it. */
sealed interface AnswerEvent {

  @JsonProperty("kind")
  default String kind() {
    return switch (this) {
      case Started started -> "started";
      case Sources sources -> SOURCES;
      case Notice notice -> "notice";
      case Delta delta -> "delta";
      case Action action -> "action";
      case Completed completed -> COMPLETED;
      case Failed failed -> FAILED;
    };
  }

  /** The kinds after which nothing comes. */
  static boolean ends(String kind) {
    return kind.equals(COMPLETED) || kind.equals(FAILED);
  }

  /** The kinds that carry words of passages. */
  static boolean cites(String kind) {
    return kind.equals(SOURCES) || kind.equals(COMPLETED);
  }

  String SOURCES = "sources";
  String COMPLETED = "completed";
  String FAILED = "failed";

  record Started(Message question, UUID answerId, @Nullable String title) implements AnswerEvent {}

  record Sources(List<Citation> citations) implements AnswerEvent {}

  record Notice(String code, String message) implements AnswerEvent {}

  record Delta(String text) implements AnswerEvent {}

  /**
   * What a tool wants to do outside, does, or has done.
   *
   * @param id one for all that is told of one call
   * @param hash what a person's word is bound to
   * @param expiresAt until when it waits; null when it does not
   * @param reason why it was refused or failed; null else
   */
  record Action(
      UUID id,
      String state,
      String name,
      String source,
      String host,
      String method,
      String path,
      boolean writing,
      List<Argument> arguments,
      String hash,
      @Nullable Instant expiresAt,
      @Nullable String reason)
      implements AnswerEvent {}

  /** An argument in words. */
  record Argument(String name, String value) {}

  record Completed(Message answer) implements AnswerEvent {}

  record Failed(Problem problem) implements AnswerEvent {}
}
