package app.madang.testing.vendors;

import static app.madang.testing.vendors.WireFormat.event;
import static app.madang.testing.vendors.WireFormat.quoted;

/** Gemini's generateContent (ai.google.dev/api/generate-content). */
final class GeminiFormat implements WireFormat {

  private static String candidate(String part, String finish, String usage) {
    return "{\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[%s]}%s,\"index\":0}]%s,\"modelVersion\":\"m\",\"responseId\":\"r1\"}"
        .formatted(part, finish, usage);
  }

  @Override
  public String opening() {
    return "";
  }

  @Override
  public String piece(String text) {
    return event("", candidate("{\"text\":" + quoted(text) + "}", "", ""));
  }

  @Override
  public String tool(Script.Tool tool) {
    return event("", candidate(call(tool), "", ""));
  }

  private static String call(Script.Tool tool) {
    return "{\"functionCall\":{\"name\":%s,\"args\":%s}}"
        .formatted(quoted(tool.name()), tool.arguments());
  }

  @Override
  public String closing(Script script) {
    if (script.ending() == Script.Ending.REFUSED && script.after() == 0) {
      return event(
          "", "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}%s}".formatted(usage(script)));
    }
    return event("", candidate("{\"text\":\"\"}", finish(script), usage(script)));
  }

  private static String finish(Script script) {
    return ",\"finishReason\":"
        + switch (script.ending()) {
          case LENGTH -> "\"MAX_TOKENS\"";
          case REFUSED -> "\"SAFETY\"";
          default -> "\"STOP\"";
        };
  }

  /** One token of thought: it is paid as output. */
  private static String usage(Script script) {
    return ",\"usageMetadata\":{\"promptTokenCount\":%d,\"candidatesTokenCount\":%d,\"thoughtsTokenCount\":1,\"totalTokenCount\":%d,\"cachedContentTokenCount\":%d}"
        .formatted(
            Script.INPUT_TOKENS,
            script.outputTokens() - 1,
            Script.INPUT_TOKENS + script.outputTokens(),
            Script.CACHED_TOKENS);
  }

  @Override
  public String whole(Script script) {
    if (script.ending() == Script.Ending.REFUSED) {
      return "{\"promptFeedback\":{\"blockReason\":\"SAFETY\"}%s}".formatted(usage(script));
    }
    String part =
        script.tool() == null ? "{\"text\":" + quoted(script.text()) + "}" : call(script.tool());
    return candidate(part, finish(script), usage(script));
  }

  @Override
  public String error(int status) {
    String code =
        status == 429 ? "RESOURCE_EXHAUSTED" : status < 500 ? "INVALID_ARGUMENT" : "INTERNAL";
    return "{\"error\":{\"code\":%d,\"message\":\"no\",\"status\":\"%s\"}}".formatted(status, code);
  }

  @Override
  public String errorEvent() {
    return event("", "{\"error\":{\"code\":503,\"message\":\"no\",\"status\":\"UNAVAILABLE\"}}");
  }

  @Override
  public String garbled() {
    return event("", "{\"candidates\":[{\"content\":{\"par");
  }
}
