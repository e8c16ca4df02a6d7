package app.madang.models;

import app.madang.models.ModelMessage.ToolCall;
import java.util.List;

/**
 * A whole answer.
 *
 * @param text all its words
 * @param calls the tools that it asks for
 * @param finish why it ended
 * @param tokens what it took, as the vendor counts
 */
public record Completion(String text, List<ToolCall> calls, Finish finish, Tokens tokens) {

  /** Copies the list. */
  public Completion {
    calls = List.copyOf(calls);
  }

  /** Why an answer ended. */
  public enum Finish {
    /** It was said. */
    STOP,
    /** The limit of output tokens was reached. */
    LENGTH,
    /** Tools are to be called. */
    TOOL_CALLS
  }
}
