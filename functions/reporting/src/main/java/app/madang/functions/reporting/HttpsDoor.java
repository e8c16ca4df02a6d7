package app.madang.functions.reporting;

import app.madang.runtime.outbound.OutboundRefused;
import app.madang.runtime.outbound.PinnedSockets;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to addresses that an administrator chose without becoming a door into the company's own
 * network: https only, over pinned connections, redirects not followed, five seconds for
 * everything, nothing of the answer read but its status.
 */
final class HttpsDoor implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final int LONGEST_STATUS_LINE = 200;

  private final PinnedSockets sockets;

  HttpsDoor(SSLSocketFactory sockets, Predicate<InetAddress> allowed) {
    this.sockets = new PinnedSockets(sockets, allowed, InetAddress::getAllByName);
  }

  /** Posts a body and gives the status. */
  int post(URI target, Map<String, String> headers, byte[] body) {
    if (!"https".equals(target.getScheme())
        || target.getHost() == null
        || target.getUserInfo() != null) {
      throw new SendFailed("not_https");
    }
    try {
      return sockets.exchange(target, LIMIT, socket -> exchange(socket, target, headers, body));
    } catch (OutboundRefused e) {
      throw new SendFailed(e.code());
    }
  }

  /** Whether a target may be posted to at all. */
  InetAddress resolve(String host) {
    try {
      return sockets.resolve(host);
    } catch (OutboundRefused e) {
      throw new SendFailed(e.code());
    }
  }

  private static int exchange(Socket socket, URI target, Map<String, String> headers, byte[] body)
      throws IOException {
    OutputStream out = socket.getOutputStream();
    int port = PinnedSockets.port(target);
    out.write(head(target, port, headers, body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
    return status(new BufferedInputStream(socket.getInputStream()));
  }

  private static String head(URI target, int port, Map<String, String> headers, int length) {
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    StringBuilder head = new StringBuilder("POST " + path + query + " HTTP/1.1\r\n");
    head.append("Host: ").append(target.getHost()).append(port == 443 ? "" : ":" + port);
    head.append("\r\nUser-Agent: Madang\r\nConnection: close\r\nContent-Length: ").append(length);
    headers.forEach((name, value) -> head.append("\r\n").append(name).append(": ").append(value));
    return head.append("\r\n\r\n").toString();
  }

  private static int status(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LONGEST_STATUS_LINE) {
        throw new SendFailed("not_http");
      }
      line.append((char) c);
    }
    String[] parts = line.toString().strip().split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/1.") || !parts[1].matches("[1-5]\\d\\d")) {
      throw new SendFailed("not_http");
    }
    return Integer.parseInt(parts[1]);
  }

  @Override
  public void close() {
    sockets.close();
  }
}
