package app.madang.functions.chat.openai;

import app.madang.models.Completion;
import app.madang.models.Completion.Finish;
import app.madang.models.Tokens;
import app.madang.models.door.DoorSink;
import app.madang.runtime.CallersConnection;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chunks, each flushed. Nothing is sent before the first piece, so that what fails before
 * it can still be answered with a status.
 */
final class CompletionStream implements DoorSink, Watched {

  private static final byte[] DONE = utf8("data: [DONE]\n\n");
  private static final byte[] BEAT = utf8(": \n\n");
  private static final byte[] TEXT_END = utf8("\"},\"finish_reason\":null}]}\n\n");

  private final HttpResponse response;
  private final CallersConnection connection = CallersConnection.current();
  private final String head;
  private final byte[] textHead;
  private @Nullable OutputStream out;
  private volatile boolean gone;
  private volatile @Nullable OpenAiProblem ended;
  private boolean finished;
  private volatile long lastWrite = System.nanoTime();
  private int toolsBegun;

  CompletionStream(HttpResponse response, String id, long created, String model) {
    this.response = response;
    this.head =
        "data: {\"id\":\"%s\",\"object\":\"chat.completion.chunk\",\"created\":%d,\"model\":%s,"
            .formatted(id, created, Quoted.of(model));
    this.textHead = utf8(head + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  boolean begun() {
    return out != null;
  }

  @Override
  public void text(String delta) {
    write(textHead, Quoted.utf8(delta), TEXT_END);
  }

  @Override
  public void toolCall(int index, String id, String name, String argumentsDelta) {
    String first =
        index >= toolsBegun
            ? "\"id\":"
                + Quoted.of(id)
                + ",\"type\":\"function\",\"function\":{\"name\":"
                + Quoted.of(name)
                + ",\"arguments\":"
            : "\"function\":{\"arguments\":";
    toolsBegun = Math.max(toolsBegun, index + 1);
    chunk(
        "{\"tool_calls\":[{\"index\":" + index + "," + first + Quoted.of(argumentsDelta) + "}}]}",
        "null");
  }

  @Override
  public boolean cancelled() {
    return gone;
  }

  void finish(Completion completion, boolean usage) {
    finish(completion, usage, "");
  }

  /**
   * Says why it ends.
   *
   * @param more further fields of the last chunk of the answer, each after a comma
   */
  synchronized void finish(Completion completion, boolean usage, String more) {
    chunk("{}", Quoted.of(reason(completion.finish())), more);
    if (usage) {
      write((head + "\"choices\":[],\"usage\":" + usage(completion.tokens()) + "}\n\n"));
    }
    write(DONE);
    finished = true;
  }

  /** After the first byte a failure is a chunk: what was read stays. */
  synchronized void fail(OpenAiProblem problem) {
    write("data: " + problem.json() + "\n\n");
    write(DONE);
    finished = true;
  }

  /** The caller may read no more, and is told: what was cut must not look whole. */
  @Override
  public synchronized void end(OpenAiProblem why) {
    if (ended == null && !finished) {
      ended = why;
      if (begun()) {
        fail(why);
      }
    }
    gone = true;
  }

  /** Why it was taken from its reader; null when it was not. */
  @Nullable OpenAiProblem ended() {
    return ended;
  }

  /** Finds out that the reader left while the model is silent. */
  @Override
  public void beat(long now) {
    if (!begun()) {
      gone |= connection.gone();
    } else if (now - lastWrite > 1_000_000_000L) {
      write(BEAT);
    }
  }

  private void chunk(String delta, String finish) {
    chunk(delta, finish, "");
  }

  private void chunk(String delta, String finish, String more) {
    write(
        head
            + "\"choices\":[{\"index\":0,\"delta\":"
            + delta
            + ",\"finish_reason\":"
            + finish
            + "}]"
            + more
            + "}\n\n");
  }

  private void write(String text) {
    write(utf8(text));
  }

  /** The parts meet in the response's buffer: a token is not copied together first. */
  private synchronized void write(byte[]... parts) {
    if (gone) {
      return;
    }
    try {
      OutputStream stream = out;
      if (stream == null) {
        stream = open();
      }
      for (byte[] part : parts) {
        stream.write(part);
      }
      stream.flush();
      lastWrite = System.nanoTime();
    } catch (IOException e) {
      gone = true;
    }
  }

  /** What is written next is the answer, or a failure in its place. */
  void begins() {
    connection.answered();
    if (!begun() && connection.mustClose()) {
      response.appendHeader("Connection", "close");
    }
  }

  private OutputStream open() throws IOException {
    begins();
    response.setStatusCode(200);
    response.setContentType("text/event-stream; charset=utf-8");
    response.appendHeader("Cache-Control", "no-store");
    response.appendHeader("X-Accel-Buffering", "no");
    OutputStream stream = response.getOutputStream();
    out = stream;
    stream.write(
        utf8(
            head
                + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"},\"finish_reason\":null}]}\n\n"));
    return stream;
  }

  static String reason(Finish finish) {
    return switch (finish) {
      case STOP -> "stop";
      case LENGTH -> "length";
      case TOOL_CALLS -> "tool_calls";
    };
  }

  static String usage(Tokens tokens) {
    return "{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,\"prompt_tokens_details\":{\"cached_tokens\":%d}}"
        .formatted(
            tokens.input(),
            tokens.output(),
            tokens.input() + tokens.output(),
            tokens.cachedInput());
  }
}
