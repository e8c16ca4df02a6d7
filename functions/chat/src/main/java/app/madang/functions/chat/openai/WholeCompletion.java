package app.madang.functions.chat.openai;

import app.madang.models.Completion;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.routing.Waiter;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A completion in one piece. All but its last byte goes out before it is paid, so that the way to
 * the caller and to the database are one wait.
 */
final class WholeCompletion implements Waiter {

  private final HttpResponse response;
  private final UUID id;
  private final WholeAnswer waited;
  private byte @Nullable [] body;
  private @Nullable IOException broken;

  WholeCompletion(HttpResponse response, UUID id, WholeAnswer waited) {
    this.response = response;
    this.id = id;
    this.waited = waited;
  }

  /** Whether a part of it went out; nothing else can, then. */
  boolean begun() {
    return body != null;
  }

  @Override
  public boolean cancelled() {
    return waited.cancelled();
  }

  @Override
  public void said(String model, Completion completion) {
    byte[] whole = json(id, model, completion, "").getBytes(StandardCharsets.UTF_8);
    waited.begins();
    body = whole;
    try {
      if (waited.mustClose()) {
        response.appendHeader("Connection", "close");
      }
      response.appendHeader("Content-Length", Integer.toString(whole.length));
      Answers.begin(response, 200);
      response.getOutputStream().write(whole, 0, whole.length - 1);
      response.getOutputStream().flush();
    } catch (IOException e) {
      broken = e;
    }
  }

  /** Sends the last byte. */
  void finish() throws IOException {
    if (broken != null) {
      throw broken;
    }
    if (body != null) {
      response.getOutputStream().write(body, body.length - 1, 1);
    }
  }

  /**
   * As OpenAI's clients read it.
   *
   * @param more further fields, each after a comma
   */
  static String json(UUID id, String model, Completion said, String more) {
    return "{\"id\":\"chatcmpl-%s\",\"object\":\"chat.completion\",\"created\":%d,\"model\":%s,\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":%s%s},\"logprobs\":null,\"finish_reason\":\"%s\"}],\"usage\":%s%s}"
        .formatted(
            id,
            Instant.now().getEpochSecond(),
            Quoted.of(model),
            said.text().isEmpty() && !said.calls().isEmpty() ? "null" : Quoted.of(said.text()),
            calls(said),
            CompletionStream.reason(said.finish()),
            CompletionStream.usage(said.tokens()),
            more);
  }

  private static String calls(Completion said) {
    if (said.calls().isEmpty()) {
      return "";
    }
    StringBuilder calls = new StringBuilder(",\"tool_calls\":[");
    for (ToolCall call : said.calls()) {
      calls
          .append(calls.charAt(calls.length() - 1) == '[' ? "" : ",")
          .append("{\"id\":")
          .append(Quoted.of(call.id()))
          .append(",\"type\":\"function\",\"function\":{\"name\":")
          .append(Quoted.of(call.name()))
          .append(",\"arguments\":")
          .append(Quoted.of(call.arguments()))
          .append("}}");
    }
    return calls.append(']').toString();
  }
}
