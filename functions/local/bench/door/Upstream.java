import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A stand-in model at a known pace, on OpenAI's wire format: 40 tokens an answer. The model's name
 * is the pace: {@code nodelay} at once, {@code steady} 20 ms and then 2 ms a token, {@code slow} 20
 * ms and then 50 ms a token.
 */
final class Upstream implements AutoCloseable {

  static final int TOKENS = 40;

  private static final byte[] CHUNKED =
      ascii(
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
  private static final byte[] END = ascii(frame("data: [DONE]\n\n") + "0\r\n\r\n");
  private static final String USAGE =
      "\"usage\":{\"prompt_tokens\":60,\"completion_tokens\":40,\"total_tokens\":100}";

  private final ServerSocket door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());

  Upstream() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        Thread.ofVirtual().start(() -> serve(caller));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private static void serve(Socket caller) {
    try (caller) {
      caller.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(caller.getInputStream(), 16 * 1024);
      OutputStream out = caller.getOutputStream();
      for (String asked = Http.body(in); asked != null; asked = Http.body(in)) {
        answer(asked, out);
      }
    } catch (IOException | InterruptedException e) {
      // the caller left
    }
  }

  private static void answer(String asked, OutputStream out)
      throws IOException, InterruptedException {
    long gap = asked.contains("\"slow\"") ? 50 : asked.contains("\"nodelay\"") ? 0 : 2;
    long begun = System.nanoTime();
    if (asked.replace(" ", "").contains("\"stream\":true")) {
      out.write(CHUNKED);
      for (int token = 0; token < TOKENS; token++) {
        await(begun, gap, token);
        out.write(ascii(frame(chunk("{\"content\":\"word" + token + " \"}", "null", ""))));
      }
      out.write(ascii(frame(chunk("{}", "\"stop\"", "," + USAGE))));
      out.write(END);
    } else {
      await(begun, gap, TOKENS - 1);
      byte[] body =
          ascii(
              "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"%s\"},\"finish_reason\":\"stop\"}],%s}"
                  .formatted("word ".repeat(TOKENS), USAGE));
      out.write(
          ascii(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                  .formatted(body.length)));
      out.write(body);
    }
  }

  private static void await(long begun, long gap, int token) throws InterruptedException {
    if (gap > 0) {
      long due = begun + (20 + gap * token) * 1_000_000;
      Thread.sleep(java.time.Duration.ofNanos(Math.max(0, due - System.nanoTime())));
    }
  }

  private static String chunk(String delta, String finish, String more) {
    return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finish
        + "}]"
        + more
        + "}\n\n";
  }

  private static String frame(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  /** As much of HTTP/1.1 as a request with a length needs. */
  static final class Http {

    private Http() {}

    /** The next request's body; null when there is none. */
    static String body(InputStream in) throws IOException {
      int length = 0;
      String line = line(in);
      if (line == null) {
        return null;
      }
      for (line = line(in); line != null && !line.isEmpty(); line = line(in)) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          length = Integer.parseInt(line.substring(15).strip());
        }
      }
      return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** A line without its end; null at the end of the stream. */
    static String line(InputStream in) throws IOException {
      StringBuilder line = new StringBuilder(80);
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          return line.isEmpty() ? null : line.toString();
        }
        if (c != '\r') {
          line.append((char) c);
        }
      }
      return line.toString();
    }
  }
}
