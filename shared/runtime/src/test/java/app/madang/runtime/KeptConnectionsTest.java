package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class KeptConnectionsTest {

  /** Tells how large a table connections of this server have. */
  public static final class Told implements HttpFunction {

    @Override
    public void service(HttpRequest request, HttpResponse response) throws Exception {
      KeptConnections.shrink();
      Object connection =
          Class.forName("org.eclipse.jetty.server.internal.HttpConnection")
              .getMethod("getCurrentConnection")
              .invoke(null);
      Object settings = connection.getClass().getMethod("getHttpConfiguration").invoke(connection);
      Object size = settings.getClass().getMethod("getHeaderCacheSize").invoke(settings);
      response.getWriter().write(String.valueOf(size));
    }
  }

  @Test
  void theFrameworksServerKeepsNoTableOfHeaderFields() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Class<?> type = Class.forName("com.google.cloud.functions.invoker.runner.Invoker");
    Object invoker =
        type.getConstructor(Integer.class, String.class, String.class, ClassLoader.class)
            .newInstance(port, Told.class.getName(), "http", Told.class.getClassLoader());
    type.getMethod("startTestServer").invoke(invoker);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI here = URI.create("http://127.0.0.1:" + port + "/");
      var request = java.net.http.HttpRequest.newBuilder(here).build();
      assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo("0");
    } finally {
      type.getMethod("stopServer").invoke(invoker);
    }
  }
}
