package app.madang.functions.chat.mcp;

import tools.jackson.databind.JsonNode;

/** What a client may call; runs for the caller of the scope. */
public interface McpTool {

  /** Its name. */
  String name();

  /** Its name for people; empty when it has no other. */
  default String title() {
    return "";
  }

  /** What it does, for the model that chooses. */
  String description();

  /** A JSON Schema of its arguments. */
  String inputSchema();

  /**
   * Runs it.
   *
   * @param caller who waits for it
   * @return text for the model
   * @throws IllegalArgumentException saying which argument is wrong
   */
  String call(JsonNode arguments, McpCaller caller);
}
