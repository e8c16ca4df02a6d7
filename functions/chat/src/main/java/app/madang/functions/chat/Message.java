package app.madang.functions.chat;

import app.madang.toolbox.FilledInput;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question or an answer.
 *
 * @param parentId the message that it follows; absent on a conversation's first questions
 * @param model absent on questions
 * @param statements what an answer says, each with what supports it; absent until it is whole
 * @param images absent where none are shown
 * @param inputs the form that the question filled; absent where it was written
 */
record Message(
    UUID id,
    @Nullable UUID parentId,
    String role,
    String text,
    AnswerStatus status,
    @Nullable String model,
    List<Citation> citations,
    @Nullable List<Statement> statements,
    @Nullable String feedback,
    @Nullable String feedbackComment,
    @Nullable Failure failure,
    @Nullable Receipt receipt,
    @Nullable List<Picture> images,
    @Nullable List<FilledInput> inputs,
    Instant createdAt) {

  /** Why a failed answer failed, in the caller's language. */
  record Failure(String code, String message) {}

  static final String USER = "user";
  static final String ASSISTANT = "assistant";

  /** Without the words of passages that are none of these. */
  Message showing(Set<UUID> readable) {
    List<Citation> shown =
        citations.stream()
            .map(each -> readable.contains(each.passageId()) ? each : each.withheld())
            .toList();
    return new Message(
        id,
        parentId,
        role,
        text,
        status,
        model,
        shown,
        statements,
        feedback,
        feedbackComment,
        failure,
        receipt,
        images,
        inputs,
        createdAt);
  }

  boolean isAnswer() {
    return role.equals(ASSISTANT);
  }
}
