package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLinesTest {

  private static final String LONG = "가".repeat(5_000);

  private static List<String> read(String stream, int atOnce) throws IOException {
    InputStream body =
        new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(atOnce, length));
          }
        };
    List<String> events = new ArrayList<>();
    EventLines.read(
        body,
        new ServerSentEventListener() {
          @Override
          public void onEvent(ServerSentEvent event) {
            events.add(event.event() + "=" + event.data());
          }

          @Override
          public void onError(Throwable error) {
            throw new AssertionError(error);
          }
        },
        (data, length) -> false);
    return events;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096})
  void eventsComeWholeHoweverTheBytesAreCut(int atOnce) throws IOException {
    String stream =
        ": a comment\n\ndata: 하나\n\nevent: two\r\ndata:둘\r\n\r\ndata: a\ndata: b\nid: 7\n\ndata: "
            + LONG
            + "\n\n\n\ndata: the last";

    assertThat(read(stream, atOnce))
        .containsExactly("null=하나", "two=둘", "null=a\nb", "null=" + LONG, "null=the last");
  }

  @Test
  void whatTheShortcutTookIsNotReadAgain() throws IOException {
    List<String> taken = new ArrayList<>();
    EventLines.read(
        new ByteArrayInputStream(
            "data: x\n\nevent: e\ndata: y\n\n".getBytes(StandardCharsets.UTF_8)),
        new ServerSentEventListener() {
          @Override
          public void onEvent(ServerSentEvent event) {
            taken.add("left " + event.data());
          }

          @Override
          public void onError(Throwable error) {
            throw new AssertionError(error);
          }
        },
        (data, length) -> taken.add(new String(data, 0, length, StandardCharsets.UTF_8)));

    assertThat(taken).containsExactly("x", "left y");
  }
}
