package app.madang.runtime.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
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
 * Connections that cannot be led elsewhere: every address of the name is checked, the connection
 * goes to the very address that was checked, certificates must fit the name, and a clock ends it.
 */
public final class PinnedSockets implements AutoCloseable {

  private static final int CONNECT_MILLIS = 5_000;

  private final SSLSocketFactory sockets;
  private final Predicate<InetAddress> allowed;
  private final HostNames names;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  /** Connections to addresses that a rule allows. */
  public PinnedSockets(SSLSocketFactory sockets, Predicate<InetAddress> allowed, HostNames names) {
    this.sockets = sockets;
    this.allowed = allowed;
    this.names = names;
  }

  /** What is said over a connection. */
  @FunctionalInterface
  public interface Exchange<T> {
    /** Speaks over the socket, which is closed afterwards. */
    T over(Socket socket) throws IOException;
  }

  /** The address that a host is reached at; refused when one of its addresses is not allowed. */
  public InetAddress resolve(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] found;
    try {
      found = names.addresses(bare);
    } catch (UnknownHostException e) {
      throw new OutboundRefused("unknown_host");
    }
    for (InetAddress address : found) {
      if (!allowed.test(address)) {
        throw new OutboundRefused("private_address");
      }
    }
    return found[0];
  }

  /** Connects to the target's host, over TLS for https, and ends when the time is over. */
  public <T> T exchange(URI target, Duration limit, Exchange<T> exchange) {
    boolean secure = "https".equals(target.getScheme());
    InetAddress address = resolve(target.getHost());
    int port = port(target);
    int millis = Math.toIntExact(limit.toMillis());
    try (Socket plain = new Socket()) {
      ScheduledFuture<?> end = clock.schedule(() -> close(plain), millis, TimeUnit.MILLISECONDS);
      try {
        plain.connect(new InetSocketAddress(address, port), Math.min(millis, CONNECT_MILLIS));
        plain.setSoTimeout(millis);
        return secure ? secured(plain, target, port, exchange) : exchange.over(plain);
      } finally {
        end.cancel(false);
      }
    } catch (SSLException e) {
      throw new OutboundRefused("tls");
    } catch (IOException e) {
      throw new OutboundRefused("unreachable");
    }
  }

  /** The port of an http or https address. */
  public static int port(URI target) {
    int usual = "https".equals(target.getScheme()) ? 443 : 80;
    return target.getPort() == -1 ? usual : target.getPort();
  }

  private <T> T secured(Socket plain, URI target, int port, Exchange<T> exchange)
      throws IOException {
    try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, target.getHost(), port, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return exchange.over(socket);
    }
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
