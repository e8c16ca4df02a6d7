package app.madang.testing.vendors;

import static app.madang.testing.vendors.WireFormat.event;
import static app.madang.testing.vendors.WireFormat.quoted;

/** Anthropic's messages (docs.anthropic.com/en/api/messages-streaming). */
final class AnthropicFormat implements WireFormat {

  private static final String INPUT =
      "\"input_tokens\":%d,\"cache_creation_input_tokens\":%d,\"cache_read_input_tokens\":%d"
          .formatted(
              Script.INPUT_TOKENS - Script.CACHED_TOKENS - Script.WRITTEN_TOKENS,
              Script.WRITTEN_TOKENS,
              Script.CACHED_TOKENS);

  @Override
  public String opening() {
    return event(
            "message_start",
            "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"usage\":{"
                + INPUT
                + ",\"output_tokens\":1}}}")
        + event(
            "content_block_start",
            "{\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}")
        + event("ping", "{\"type\":\"ping\"}");
  }

  @Override
  public String piece(String text) {
    return event(
        "content_block_delta",
        "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
            + quoted(text)
            + "}}");
  }

  @Override
  public String tool(int index, Script.Tool tool) {
    String arguments = tool.arguments();
    int half = arguments.length() / 2;
    String text =
        index == 0
            ? event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
            : "";
    return text
        + event(
            "content_block_start",
            "{\"type\":\"content_block_start\",\"index\":%d,\"content_block\":{\"type\":\"tool_use\",\"id\":%s,\"name\":%s,\"input\":{}}}"
                .formatted(index + 1, quoted(tool.id()), quoted(tool.name())))
        + part(index + 1, arguments.substring(0, half))
        + part(index + 1, arguments.substring(half))
        + event(
            "content_block_stop",
            "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(index + 1));
  }

  private static String part(int block, String json) {
    return event(
        "content_block_delta",
        "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":"
                .formatted(block)
            + quoted(json)
            + "}}");
  }

  @Override
  public String closing(Script script) {
    String stop =
        script.tools().isEmpty()
            ? event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}")
            : "";
    return stop
        + event(
            "message_delta",
            "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":%s,\"stop_sequence\":null},\"usage\":{\"output_tokens\":%d}}"
                .formatted(quoted(finish(script)), script.outputTokens()))
        + event("message_stop", "{\"type\":\"message_stop\"}");
  }

  private static String finish(Script script) {
    return switch (script.ending()) {
      case LENGTH -> "max_tokens";
      case REFUSED -> "refusal";
      default -> script.tools().isEmpty() ? "end_turn" : "tool_use";
    };
  }

  @Override
  public String whole(Script script) {
    String content =
        script.tools().isEmpty()
            ? "{\"type\":\"text\",\"text\":" + quoted(script.text()) + "}"
            : script.tools().stream()
                .map(AnthropicFormat::use)
                .collect(java.util.stream.Collectors.joining(","));
    return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[%s],\"stop_reason\":%s,\"stop_sequence\":null,\"usage\":{%s,\"output_tokens\":%d}}"
        .formatted(content, quoted(finish(script)), INPUT, script.outputTokens());
  }

  /** Claude that thinks is not made to call, and wants the thoughts of its calls back. */
  @Override
  public boolean refuses(Received call) {
    if (!call.body().path("thinking").path("type").asString("").equals("enabled")) {
      return false;
    }
    String choice = call.body().path("tool_choice").path("type").asString("");
    return choice.equals("any")
        || choice.equals("tool")
        || call.body().path("messages").toString().contains("\"tool_use\"");
  }

  private static String use(Script.Tool tool) {
    return "{\"type\":\"tool_use\",\"id\":%s,\"name\":%s,\"input\":%s}"
        .formatted(quoted(tool.id()), quoted(tool.name()), tool.arguments());
  }

  @Override
  public String error(int status) {
    String type =
        switch (status) {
          case 429 -> "rate_limit_error";
          case 529 -> "overloaded_error";
          default -> status < 500 ? "invalid_request_error" : "api_error";
        };
    return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"no\"}}".formatted(type);
  }

  @Override
  public String errorEvent() {
    return event(
        "error",
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}");
  }

  @Override
  public String garbled() {
    return event("content_block_delta", "{\"type\":\"content_block_delta\",\"index\":0,\"del");
  }
}
