package app.madang.models;

/** Where a model's answer goes while it is made; called on the thread that asked. */
public interface ModelSink {

  /** The next piece of text; never empty. */
  void text(String delta);

  /**
   * The next piece of a tool call.
   *
   * @param index which call of this answer, from 0
   * @param id the call's id
   * @param name the tool's name
   * @param argumentsDelta the next piece of its JSON; may be empty
   */
  default void toolCall(int index, String id, String name, String argumentsDelta) {}

  /** Whether nobody wants more; looked at between pieces. */
  default boolean cancelled() {
    return false;
  }
}
