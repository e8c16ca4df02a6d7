package app.madang.testing;

import app.madang.testing.servers.Ports;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.invoker.runner.Invoker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Supplier;

/** A function served by the functions framework in this JVM, over real HTTP. */
public final class FunctionServer implements AutoCloseable {

  static {
    // a connection that was kept and closed meanwhile is no answer: ask again, as gateways do
    System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
  }

  private final Invoker invoker;
  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private FunctionServer(Invoker invoker, String url) {
    this.invoker = invoker;
    this.url = url;
  }

  /** Serves a function at a free port; sets {@code SELF_URL} before it is made. */
  public static FunctionServer start(Supplier<HttpFunction> function) {
    int port = Ports.free();
    String url = "http://127.0.0.1:" + port;
    System.setProperty("SELF_URL", url);
    return start(function.get(), port, url);
  }

  /** Serves a function at a free port; it must read {@code SELF_URL} at each use. */
  public static FunctionServer start(HttpFunction function) {
    int port = Ports.free();
    String url = "http://127.0.0.1:" + port;
    System.setProperty("SELF_URL", url);
    return start(function, port, url);
  }

  private static synchronized FunctionServer start(HttpFunction function, int port, String url) {
    HeldFunction.NEXT.set(function);
    Invoker invoker =
        new Invoker(
            port, HeldFunction.class.getName(), "http", FunctionServer.class.getClassLoader());
    try {
      invoker.startTestServer();
    } catch (Exception e) {
      throw new IllegalStateException("the function cannot be served", e);
    }
    return new FunctionServer(invoker, url);
  }

  /** Base address. */
  public String url() {
    return url;
  }

  /** A request to a path, to be completed. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path));
  }

  /** Sends a request and reads the answer as text. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(
          request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Calls an operation.
   *
   * @param token of the caller, or empty for none
   * @param json body, or empty for none
   */
  public HttpResponse<String> call(String token, String method, String path, String json) {
    HttpRequest.Builder request = request(path);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (json.isEmpty()) {
      return send(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }
    return send(
        request
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Delivers an event as Pub/Sub pushes it. */
  public HttpResponse<String> push(String subscription, UUID eventId, String payload) {
    String data = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
    String envelope =
        """
        {"message":{"data":"%s","messageId":"1","attributes":{"eventId":"%s"}},
         "subscription":"projects/madang-local/subscriptions/%s"}
        """
            .formatted(data, eventId, subscription);
    String path = "/events/" + subscription;
    return call(TestStack.get().tokens().pushToken(url + path), "POST", path, envelope);
  }

  @Override
  public void close() {
    try {
      invoker.stopServer();
    } catch (Exception e) {
      throw new IllegalStateException("the function does not stop", e);
    }
  }
}
