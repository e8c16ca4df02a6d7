package app.madang.runtime;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the framework's connections small. Its server keeps a table of 96 kB with each open
 * connection, to know repeated header fields again; that is 48 MB for 500 people. The framework has
 * no setting for it, and its server is no library of ours to compile against.
 */
final class KeptConnections {

  private static final Logger LOG = LoggerFactory.getLogger(KeptConnections.class);
  private static final AtomicBoolean DONE = new AtomicBoolean();

  private KeptConnections() {}

  /** Once, from a thread that serves a request; connections that come later are small. */
  static void shrink() {
    if (DONE.getPlain() || !DONE.compareAndSet(false, true)) {
      return;
    }
    try {
      Object connection =
          Class.forName("org.eclipse.jetty.server.internal.HttpConnection")
              .getMethod("getCurrentConnection")
              .invoke(null);
      if (connection != null) {
        Object settings =
            connection.getClass().getMethod("getHttpConfiguration").invoke(connection);
        settings.getClass().getMethod("setHeaderCacheSize", int.class).invoke(settings, 0);
      }
    } catch (ReflectiveOperationException e) {
      LOG.info("Connections stay as large as the framework makes them: {}", e.toString());
    }
  }
}
