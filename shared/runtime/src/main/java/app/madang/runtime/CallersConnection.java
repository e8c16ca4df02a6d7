package app.madang.runtime;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection that a request came by: whether the caller still holds it, while nothing is
 * written that would tell. The framework's server does not look at a connection while it serves a
 * request, and is no library of ours to compile against.
 */
public final class CallersConnection {

  private static final Logger LOG = LoggerFactory.getLogger(CallersConnection.class);

  private static final @Nullable Server SERVER = Server.find();

  private final @Nullable SocketChannel channel;
  private boolean gone;
  private boolean early;
  private boolean answered;

  private CallersConnection(@Nullable SocketChannel channel) {
    this.channel = channel;
  }

  /** That of the request that this thread serves. */
  public static CallersConnection current() {
    return new CallersConnection(SERVER == null ? null : SERVER.channel());
  }

  /**
   * Whether the caller hung up. To be asked between the last byte of the request's body and the
   * first of the answer, by any thread.
   */
  public synchronized boolean gone() {
    if (channel == null || gone || early || answered) {
      return gone;
    }
    try {
      int read = channel.read(ByteBuffer.allocate(1));
      gone = read < 0;
      early = read > 0;
    } catch (IOException e) {
      gone = true;
    }
    return gone;
  }

  /**
   * The answer begins: what comes from now on is the next request, and is not looked at. To be
   * called before the first byte is written.
   */
  public synchronized void answered() {
    answered = true;
  }

  /**
   * Whether the caller sent more before it had its answer: a part of that is lost here, so that the
   * answer must close the connection, after which the caller sends it again.
   */
  public synchronized boolean mustClose() {
    return early;
  }

  /** The ways into the framework's server, looked up once. */
  private record Server(MethodHandle connection, MethodHandle end, MethodHandle transport) {

    private static @Nullable Server find() {
      try {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        return new Server(
            lookup.unreflect(method("server.internal.HttpConnection", "getCurrentConnection")),
            lookup.unreflect(method("io.Connection", "getEndPoint")),
            lookup.unreflect(method("io.EndPoint", "getTransport")));
      } catch (ReflectiveOperationException e) {
        LOG.info("Whether a caller leaves is not seen: {}", e.toString());
        return null;
      }
    }

    private static Method method(String type, String name) throws ReflectiveOperationException {
      return Class.forName("org.eclipse.jetty." + type).getMethod(name);
    }

    private @Nullable SocketChannel channel() {
      try {
        Object served = connection.invoke();
        return served != null
                && transport.invoke(end.invoke(served)) instanceof SocketChannel socket
            ? socket
            : null;
      } catch (Throwable e) {
        throw new IllegalStateException("the framework's server is another than was found", e);
      }
    }
  }
}
