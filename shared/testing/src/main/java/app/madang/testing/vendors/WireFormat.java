package app.madang.testing.vendors;

import tools.jackson.databind.json.JsonMapper;

/** The words of one vendor's interface. */
interface WireFormat {

  JsonMapper JSON = new JsonMapper();

  static WireFormat of(WireDialect dialect) {
    return switch (dialect) {
      case OPENAI -> new OpenAiFormat();
      case ANTHROPIC -> new AnthropicFormat();
      case GEMINI -> new GeminiFormat();
    };
  }

  /** A JSON string. */
  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  /** One event. */
  static String event(String name, String data) {
    return (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
  }

  /** Before the first piece. */
  String opening();

  String piece(String text);

  /** A call of a tool, the nth of the answer. */
  String tool(int index, Script.Tool tool);

  /** After the last, with the counts of tokens. */
  String closing(Script script);

  String whole(Script script);

  String error(int status);

  /** Whether the vendor would answer 400. */
  default boolean refuses(Received call) {
    return false;
  }

  String errorEvent();

  /** A piece that is no JSON. */
  String garbled();
}
