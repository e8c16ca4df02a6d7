package app.madang.models.internal.vendor;

import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads {@code text/event-stream}. What a listener throws ends the reading. */
final class EventLines {

  /** Takes the events that need no more than their bytes. */
  interface Shortcut {

    /** Whether it took the event whose data are these first bytes. */
    boolean took(byte[] data, int length);
  }

  private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event:".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST = 32 * 1024 * 1024;

  private final ServerSentEventListener listener;
  private final Shortcut shortcut;
  private final ServerSentEventContext context =
      new ServerSentEventContext(new CancellationUnsupportedHandle());
  private byte[] data = new byte[1024];
  private int length;
  private boolean any;
  private @Nullable String event;

  private EventLines(ServerSentEventListener listener, Shortcut shortcut) {
    this.listener = listener;
    this.shortcut = shortcut;
  }

  static void read(InputStream body, ServerSentEventListener listener, Shortcut shortcut)
      throws IOException {
    EventLines lines = new EventLines(listener, shortcut);
    byte[] buffer = new byte[2048];
    int end = 0;
    for (int n = body.read(buffer, 0, buffer.length);
        n >= 0;
        n = body.read(buffer, end, buffer.length - end)) {
      int start = 0;
      for (int at = end; at < end + n; at++) {
        if (buffer[at] == '\n') {
          lines.line(buffer, start, at > start && buffer[at - 1] == '\r' ? at - 1 : at);
          start = at + 1;
        }
      }
      end = end + n - start;
      System.arraycopy(buffer, start, buffer, 0, end);
      if (end == buffer.length) {
        buffer = grown(buffer, end + 1);
      }
    }
    lines.line(buffer, 0, end);
    // some servers forget the last empty line
    lines.emit();
  }

  private static byte[] grown(byte[] buffer, int needed) throws IOException {
    if (needed > LONGEST) {
      throw new IOException("an event over " + LONGEST + " bytes");
    }
    return needed <= buffer.length
        ? buffer
        : Arrays.copyOf(buffer, Math.max(needed, buffer.length * 2));
  }

  private void line(byte[] line, int start, int end) throws IOException {
    if (start == end) {
      emit();
    } else if (begins(line, start, end, DATA)) {
      int from = start + DATA.length;
      from += from < end && line[from] == ' ' ? 1 : 0;
      data = grown(data, length + 1 + end - from);
      if (any) {
        data[length++] = '\n';
      }
      System.arraycopy(line, from, data, length, end - from);
      length += end - from;
      any = true;
    } else if (begins(line, start, end, EVENT)) {
      int from = start + EVENT.length;
      event = new String(line, from, end - from, StandardCharsets.UTF_8).strip();
    }
  }

  private static boolean begins(byte[] line, int start, int end, byte[] name) {
    return end - start >= name.length
        && Arrays.equals(line, start, start + name.length, name, 0, name.length);
  }

  private void emit() {
    if (length > 0 && !(event == null && shortcut.took(data, length))) {
      String text = new String(data, 0, length, StandardCharsets.UTF_8);
      VendorError.refuse(event, text);
      listener.onEvent(new ServerSentEvent(event, text), context);
    }
    length = 0;
    any = false;
    event = null;
  }
}
