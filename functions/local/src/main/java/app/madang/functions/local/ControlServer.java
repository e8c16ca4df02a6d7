package app.madang.functions.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** How {@code status}, {@code token} and {@code down} reach a running stack. */
final class ControlServer implements AutoCloseable {

  static final String SECRET = "X-Madang-Control";

  private final Platform platform;
  private final Runnable stop;
  private final LocalHttp http;

  ControlServer(Platform platform, Runnable stop) {
    this.platform = platform;
    this.stop = stop;
    this.http = new LocalHttp(platform.ports().control(), this::answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    // any page in a browser can reach the loopback; only this user can read the secret
    if (!platform.controlSecret().equals(exchange.getRequestHeaders().getFirst(SECRET))) {
      LocalHttp.send(exchange, 403, "text/plain", "");
      return;
    }
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/status" -> LocalHttp.send(exchange, 200, "application/json", platform.status().json());
      case "/table" -> LocalHttp.send(exchange, 200, "text/plain", platform.status().table());
      case "/down" -> {
        LocalHttp.send(exchange, 200, "text/plain", "stopping");
        Thread.ofPlatform().start(stop);
      }
      default -> {
        if (path.startsWith("/token/")) {
          String person = path.substring("/token/".length());
          LocalHttp.send(exchange, 200, "text/plain", platform.tokens().accessToken(person));
        } else {
          LocalHttp.send(exchange, 404, "text/plain", "");
        }
      }
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
