package app.madang.testing.vendors;

import static app.madang.testing.vendors.WireFormat.event;
import static app.madang.testing.vendors.WireFormat.quoted;

/** OpenAI's chat completions (platform.openai.com/docs/api-reference/chat). */
final class OpenAiFormat implements WireFormat {

  private static final String HEAD =
      "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",";

  private static String delta(String delta, String finish) {
    return event(
        "",
        HEAD
            + "\"choices\":[{\"index\":0,\"delta\":"
            + delta
            + ",\"finish_reason\":"
            + finish
            + "}]}");
  }

  @Override
  public String opening() {
    return delta("{\"role\":\"assistant\",\"content\":\"\"}", "null");
  }

  @Override
  public String piece(String text) {
    return delta("{\"content\":" + quoted(text) + "}", "null");
  }

  @Override
  public String tool(int index, Script.Tool tool) {
    String arguments = tool.arguments();
    int half = arguments.length() / 2;
    return delta(
            "{\"tool_calls\":[{\"index\":%d,\"id\":%s,\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}]}"
                .formatted(
                    index,
                    quoted(tool.id()),
                    quoted(tool.name()),
                    quoted(arguments.substring(0, half))),
            "null")
        + delta(
            "{\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":%s}}]}"
                .formatted(index, quoted(arguments.substring(half))),
            "null");
  }

  @Override
  public String closing(Script script) {
    return delta("{}", quoted(finish(script)))
        + event("", HEAD + "\"choices\":[],\"usage\":" + usage(script) + "}")
        + event("", "[DONE]");
  }

  private static String finish(Script script) {
    return switch (script.ending()) {
      case LENGTH -> "length";
      case REFUSED -> "content_filter";
      default -> script.tools().isEmpty() ? "stop" : "tool_calls";
    };
  }

  private static String usage(Script script) {
    return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,\"prompt_tokens_details\":{\"cached_tokens\":%d,\"cache_write_tokens\":%d}}"
        .formatted(
            Script.INPUT_TOKENS,
            script.outputTokens(),
            Script.INPUT_TOKENS + script.outputTokens(),
            Script.CACHED_TOKENS,
            Script.WRITTEN_TOKENS);
  }

  @Override
  public String whole(Script script) {
    String calls =
        script.tools().isEmpty()
            ? ""
            : ",\"tool_calls\":["
                + script.tools().stream()
                    .map(OpenAiFormat::call)
                    .collect(java.util.stream.Collectors.joining(","))
                + "]";
    String content = script.tools().isEmpty() ? quoted(script.text()) : "null";
    return "{\"id\":\"chatcmpl-1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":%s%s},\"finish_reason\":%s}],\"usage\":%s}"
        .formatted(content, calls, quoted(finish(script)), usage(script));
  }

  private static String call(Script.Tool tool) {
    return "{\"id\":%s,\"type\":\"function\",\"function\":{\"name\":%s,\"arguments\":%s}}"
        .formatted(quoted(tool.id()), quoted(tool.name()), quoted(tool.arguments()));
  }

  @Override
  public String error(int status) {
    String type =
        status == 429
            ? "rate_limit_exceeded"
            : status < 500 ? "invalid_request_error" : "server_error";
    return "{\"error\":{\"message\":\"no\",\"type\":\"%s\",\"param\":null,\"code\":\"%s\"}}"
        .formatted(type, type);
  }

  @Override
  public String errorEvent() {
    return event("", "{\"error\":{\"message\":\"no\",\"type\":\"server_error\"}}");
  }

  @Override
  public String garbled() {
    return event("", "{\"choices\":[{\"delta\":{\"content\":\"br");
  }
}
