package app.madang.models.internal.vendor;

import dev.langchain4j.http.client.sse.CancellationUnsupportedHandle;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads {@code text/event-stream}. What a listener throws ends the reading. */
final class EventLines {

  private EventLines() {}

  static void read(InputStream body, ServerSentEventListener listener) throws IOException {
    ServerSentEventContext context =
        new ServerSentEventContext(new CancellationUnsupportedHandle());
    BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    String event = null;
    StringBuilder data = new StringBuilder();
    String line;
    while ((line = lines.readLine()) != null) {
      if (line.isEmpty()) {
        emit(event, data, listener, context);
        event = null;
      } else if (line.startsWith("data:")) {
        if (!data.isEmpty()) {
          data.append('\n');
        }
        data.append(line, line.startsWith("data: ") ? 6 : 5, line.length());
      } else if (line.startsWith("event:")) {
        event = line.substring(6).strip();
      }
    }
    // some servers forget the last empty line
    emit(event, data, listener, context);
  }

  private static void emit(
      @Nullable String event,
      StringBuilder data,
      ServerSentEventListener listener,
      ServerSentEventContext context) {
    if (data.isEmpty()) {
      return;
    }
    String text = data.toString();
    data.setLength(0);
    VendorError.refuse(event, text);
    listener.onEvent(new ServerSentEvent(event, text), context);
  }
}
