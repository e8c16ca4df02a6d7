package app.madang.testing.vendors;

import static app.madang.testing.vendors.WireFormat.event;
import static app.madang.testing.vendors.WireFormat.quoted;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Gemini's generateContent (ai.google.dev/api/generate-content). */
final class GeminiFormat implements WireFormat {

  /** Base64 with all that a URL does not take. */
  static final String SIGNATURE = "+/+/c2lnbmVkIQ==";

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
  public String tool(int index, Script.Tool tool) {
    return event("", candidate(call(index, tool), "", ""));
  }

  /** Gemini gives no id here, and signs the first of the calls that it makes side by side. */
  private static String call(int index, Script.Tool tool) {
    return "{\"functionCall\":{\"name\":%s,\"args\":%s}%s}"
        .formatted(
            quoted(tool.name()),
            tool.arguments(),
            index == 0 ? ",\"thoughtSignature\":" + quoted(SIGNATURE) : "");
  }

  /** As Gemini 3 does when a call comes back without its signature. */
  @Override
  public boolean refuses(Received call) {
    for (JsonNode content : call.body().path("contents")) {
      for (JsonNode part : content.path("parts")) {
        if (part.has("functionCall")) {
          if (part.path("thoughtSignature").asString("").isEmpty()) {
            return true;
          }
          break;
        }
      }
    }
    return false;
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
    List<String> parts = new ArrayList<>();
    for (Script.Tool tool : script.tools()) {
      parts.add(call(parts.size(), tool));
    }
    if (parts.isEmpty()) {
      parts.add("{\"text\":" + quoted(script.text()) + "}");
    }
    return candidate(String.join(",", parts), finish(script), usage(script));
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
