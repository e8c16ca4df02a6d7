import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Callers that ask again as soon as they have an answer, each over a connection of its own. */
record Load(int port, String path, String key, String model, boolean stream) {

  /**
   * What was measured.
   *
   * @param first milliseconds to the first token, sorted
   * @param whole milliseconds to the end, sorted
   */
  record Result(double[] first, double[] whole, int errors, String firstError, double seconds) {

    static double at(double[] sorted, double part) {
      return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1.0, part * sorted.length)];
    }

    double perSecond() {
      return whole.length / seconds;
    }
  }

  private static final String TOKEN = "\"content\":\"w";

  private record Sample(double first, double whole) {}

  Result run(int callers, Duration time) throws InterruptedException {
    return run(callers, time, Duration.ZERO);
  }

  /** Callers who begin one after the other over a time, as people do. */
  Result run(int callers, Duration time, Duration over) throws InterruptedException {
    ConcurrentLinkedQueue<Sample> samples = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    long begun = System.nanoTime();
    long end = begun + time.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Duration wait = over.multipliedBy(i).dividedBy(callers);
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    LockSupport.parkNanos(wait.toNanos());
                    while (System.nanoTime() < end) {
                      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                        socket.setTcpNoDelay(true);
                        socket.setSoTimeout(30_000);
                        InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
                        while (System.nanoTime() < end) {
                          samples.add(one(socket.getOutputStream(), in));
                        }
                      } catch (IOException e) {
                        errors.add(String.valueOf(e.getMessage()));
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Result(
        samples.stream().mapToDouble(Sample::first).sorted().toArray(),
        samples.stream().mapToDouble(Sample::whole).sorted().toArray(),
        errors.size(),
        errors.peek(),
        (System.nanoTime() - begun) / 1e9);
  }

  private Sample one(OutputStream out, InputStream in) throws IOException {
    String body =
        "{\"model\":\"%s\",%s\"messages\":[{\"role\":\"system\",\"content\":\"You are a helpful assistant.\"},{\"role\":\"user\",\"content\":\"%s\"}]}"
            .formatted(model, stream ? "\"stream\":true," : "", "word ".repeat(50).strip());
    long begun = System.nanoTime();
    out.write(
        Upstream.ascii(
            "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(path, key, body.length(), body)));
    String status = Upstream.Http.line(in);
    if (status == null || !status.contains(" 200")) {
      throw new IOException(status + " " + new String(in.readNBytes(Math.min(400, in.available()))));
    }
    int length = -1;
    for (String line = Upstream.Http.line(in); line != null && !line.isEmpty(); line = Upstream.Http.line(in)) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    if (length >= 0) {
      in.readNBytes(length);
      double took = (System.nanoTime() - begun) / 1e6;
      return new Sample(took, took);
    }
    double first = Double.NaN;
    int tokens = 0;
    String open = "";
    for (String size = Upstream.Http.line(in); ; size = Upstream.Http.line(in)) {
      int bytes = size == null ? -1 : Integer.parseInt(size.strip(), 16);
      if (bytes < 0) {
        throw new IOException("cut");
      }
      // a gateway may cut anywhere
      String text = open + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
      in.skipNBytes(2);
      if (bytes == 0) {
        break;
      }
      int seen = 0;
      for (int at = text.indexOf(TOKEN); at >= 0; at = text.indexOf(TOKEN, seen)) {
        seen = at + TOKEN.length();
        if (tokens++ == 0) {
          first = (System.nanoTime() - begun) / 1e6;
        }
      }
      open = text.substring(Math.max(seen, text.length() - TOKEN.length() + 1));
    }
    if (tokens != Upstream.TOKENS) {
      throw new IOException(tokens + " tokens");
    }
    return new Sample(first, (System.nanoTime() - begun) / 1e6);
  }

  static double[] merged(double[] one, double[] other) {
    double[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    Arrays.sort(all);
    return all;
  }
}
