package app.madang.functions.chat;

import app.madang.models.Turn;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.ToolOutput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved question, ready to be answered.
 *
 * @param title the conversation's title when this question named it
 * @param history what was said before, oldest first
 * @param model what was asked for, by the tool before the person; null for the usual
 * @param anew whether another answer than the one before is wanted
 * @param tool what answers, as it is live now; null when no tool does
 */
record Question(
    Conversation conversation,
    Message message,
    UUID answerId,
    @Nullable String title,
    List<Turn> history,
    @Nullable String model,
    boolean anew,
    @Nullable ReleaseSnapshot tool) {

  /** What is searched; empty for all that is readable. */
  List<UUID> collections() {
    return tool == null ? conversation.collectionIds() : tool.collectionIds();
  }

  /** Whether anything is searched at all. */
  boolean reads() {
    return tool == null || tool.reads();
  }

  /** Whether it may do anything outside. */
  boolean acts() {
    return tool != null && !tool.actions().isEmpty();
  }

  /** As a model is told it. */
  String told() {
    return posed().told();
  }

  /** The words that are searched. */
  String searched() {
    return posed().searched();
  }

  private Posed posed() {
    return new Posed(message.text(), message.inputs(), null);
  }

  /** Whether its answer says where its statements come from: JSON has no place for that. */
  boolean cites() {
    return tool == null || tool.output().kind() != ToolOutput.Kind.JSON;
  }

  /** Whether it tries a tool that is still being made. */
  boolean draft() {
    return tool != null && tool.number() == 0;
  }

  /** Which tool's budgets count, too. */
  @Nullable UUID toolId() {
    return tool == null ? null : tool.toolId();
  }
}
