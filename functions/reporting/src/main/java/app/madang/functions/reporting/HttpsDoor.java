package app.madang.functions.reporting;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Posts to addresses that an administrator chose without becoming a door into the company's own
 * network: https only, every address of the name checked, connected to the very address that was
 * checked, redirects not followed, five seconds for everything, nothing of the answer read but its
 * status.
 */
final class HttpsDoor implements AutoCloseable {

  private static final int LIMIT_MILLIS = 5_000;
  private static final int LONGEST_STATUS_LINE = 200;

  private final SSLSocketFactory sockets;
  private final Predicate<InetAddress> allowed;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  HttpsDoor(SSLSocketFactory sockets, Predicate<InetAddress> allowed) {
    this.sockets = sockets;
    this.allowed = allowed;
  }

  /** Posts a body and gives the status. */
  int post(URI target, Map<String, String> headers, byte[] body) {
    String host = target.getHost();
    if (!"https".equals(target.getScheme()) || host == null || target.getUserInfo() != null) {
      throw new SendFailed("not_https");
    }
    InetAddress address = resolve(host);
    int port = target.getPort() == -1 ? 443 : target.getPort();
    try (Socket plain = new Socket()) {
      ScheduledFuture<?> limit =
          clock.schedule(() -> close(plain), LIMIT_MILLIS, TimeUnit.MILLISECONDS);
      try {
        plain.connect(new InetSocketAddress(address, port), LIMIT_MILLIS);
        plain.setSoTimeout(LIMIT_MILLIS);
        return exchange(plain, target, port, headers, body);
      } finally {
        limit.cancel(false);
      }
    } catch (SSLException e) {
      throw new SendFailed("tls");
    } catch (IOException e) {
      throw new SendFailed("unreachable");
    }
  }

  /** Whether a target may be posted to at all. */
  InetAddress resolve(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] found;
    try {
      found = InetAddress.getAllByName(bare);
    } catch (UnknownHostException e) {
      throw new SendFailed("unknown_host");
    }
    for (InetAddress address : found) {
      if (!allowed.test(address)) {
        throw new SendFailed("private_address");
      }
    }
    return found[0];
  }

  private int exchange(Socket plain, URI target, int port, Map<String, String> headers, byte[] body)
      throws IOException {
    try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, target.getHost(), port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      OutputStream out = socket.getOutputStream();
      out.write(head(target, port, headers, body.length).getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      return status(new BufferedInputStream(socket.getInputStream()));
    }
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

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed then
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
