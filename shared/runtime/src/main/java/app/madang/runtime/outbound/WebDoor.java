package app.madang.runtime.outbound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls http and https addresses through pinned connections, with a cap on size and time. Redirects
 * are not followed: whoever asks checks the next address as it checked the first.
 */
public final class WebDoor {

  private static final int HEAD_BYTES = 64 << 10;

  private final PinnedSockets sockets;

  /** A door over pinned connections. */
  public WebDoor(PinnedSockets sockets) {
    this.sockets = sockets;
  }

  /** Reads an address into a file; more bytes than allowed are refused with {@code too_large}. */
  public WebAnswer get(
      URI target, Map<String, String> headers, Duration limit, long mostBytes, Path into) {
    return call("GET", target, headers, null, limit, mostBytes, () -> Files.newOutputStream(into));
  }

  /**
   * Calls an address by any method.
   *
   * @param body null for none
   * @param into what the answer's body is written to, no more than the bytes allowed
   */
  public WebAnswer send(
      String method,
      URI target,
      Map<String, String> headers,
      byte @Nullable [] body,
      Duration limit,
      long mostBytes,
      OutputStream into) {
    return call(method, target, headers, body, limit, mostBytes, () -> into);
  }

  /**
   * Calls an address by any method.
   *
   * @param body null for none
   * @param into what the answer's body is written to, until it has enough
   */
  public WebAnswer call(
      String method,
      URI target,
      Map<String, String> headers,
      byte @Nullable [] body,
      Duration limit,
      long mostBytes,
      WebBody into) {
    String scheme = target.getScheme();
    boolean web = "https".equals(scheme) || "http".equals(scheme);
    if (!web || target.getHost() == null || target.getUserInfo() != null) {
      throw new OutboundRefused("not_web");
    }
    return sockets.exchange(
        target,
        limit,
        socket -> {
          OutputStream out = socket.getOutputStream();
          out.write(head(method, target, headers, body).getBytes(StandardCharsets.US_ASCII));
          if (body != null) {
            out.write(body);
          }
          out.flush();
          return answer(new BufferedInputStream(socket.getInputStream()), mostBytes, into);
        });
  }

  private static String head(
      String method, URI target, Map<String, String> headers, byte @Nullable [] body) {
    String raw = target.toASCIIString();
    URI ascii = URI.create(raw);
    String path =
        ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    StringBuilder head = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\n");
    head.append("Host: ").append(ascii.getHost());
    head.append(ascii.getPort() == -1 ? "" : ":" + ascii.getPort());
    head.append("\r\nConnection: close\r\nAccept-Encoding: identity");
    if (body != null) {
      head.append("\r\nContent-Length: ").append(body.length);
    }
    headers.forEach(
        (name, value) -> head.append("\r\n").append(name).append(": ").append(clean(value)));
    return head.append("\r\n\r\n").toString();
  }

  /** What a server once said must not become a second header. */
  private static String clean(String value) {
    return value.replaceAll("[^\\x20-\\x7e]", "");
  }

  private static WebAnswer answer(InputStream in, long mostBytes, WebBody into) throws IOException {
    int[] left = {HEAD_BYTES};
    int status = status(line(in, left));
    while (status >= 100 && status < 200) {
      headers(in, left);
      status = status(line(in, left));
    }
    Map<String, String> headers = headers(in, left);
    if (status == 204 || status == 304) {
      into.open().close();
      return new WebAnswer(status, headers, 0);
    }
    long size;
    try (OutputStream out = into.open()) {
      size =
          headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")
              ? chunked(in, out, mostBytes, into)
              : plain(in, out, length(headers), mostBytes, into);
    }
    return new WebAnswer(status, headers, size);
  }

  private static int status(String line) {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5]\\d\\d")) {
      throw new OutboundRefused("not_http");
    }
    return Integer.parseInt(parts[1]);
  }

  private static Map<String, String> headers(InputStream in, int[] left) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in, left); !line.isEmpty(); line = line(in, left)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }

  /** -1 when the end of the connection is the end of the body. */
  private static long length(Map<String, String> headers) {
    String length = headers.get("content-length");
    if (length == null) {
      return -1;
    }
    if (!length.matches("\\d{1,15}")) {
      throw new OutboundRefused("not_http");
    }
    return Long.parseLong(length);
  }

  private static long plain(InputStream in, OutputStream out, long length, long most, WebBody into)
      throws IOException {
    if (length > most) {
      throw new OutboundRefused("too_large");
    }
    long copied = copy(in, out, length < 0 ? Long.MAX_VALUE : length, most, into);
    if (length >= 0 && copied < length && !into.isOver()) {
      throw new OutboundRefused("unreachable");
    }
    return copied;
  }

  private static long chunked(InputStream in, OutputStream out, long most, WebBody into)
      throws IOException {
    long total = 0;
    while (true) {
      int[] left = {1_000};
      String head = line(in, left).split(";", 2)[0].strip();
      if (!head.matches("[0-9a-fA-F]{1,8}")) {
        throw new OutboundRefused("not_http");
      }
      long size = Long.parseLong(head, 16);
      if (size == 0) {
        return total;
      }
      long copied = copy(in, out, size, most - total, into);
      if (into.isOver()) {
        return total + copied;
      }
      if (copied < size) {
        throw new OutboundRefused("unreachable");
      }
      total += size;
      line(in, left);
    }
  }

  private static long copy(InputStream in, OutputStream out, long length, long most, WebBody into)
      throws IOException {
    byte[] buffer = new byte[16 << 10];
    long copied = 0;
    while (copied < length && !into.isOver()) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, length - copied));
      if (n < 0) {
        return copied;
      }
      copied += n;
      if (copied > most) {
        throw new OutboundRefused("too_large");
      }
      out.write(buffer, 0, n);
    }
    return copied;
  }

  private static String line(InputStream in, int[] left) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || --left[0] < 0) {
        throw new OutboundRefused("not_http");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
