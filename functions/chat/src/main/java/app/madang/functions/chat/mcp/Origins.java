package app.madang.functions.chat.mcp;

import com.google.cloud.functions.HttpRequest;

/** Where the caller thinks that this is. */
final class Origins {

  private Origins() {}

  static String of(HttpRequest request) {
    String host =
        request
            .getFirstHeader("X-Forwarded-Host")
            .or(() -> request.getFirstHeader("Host"))
            .orElse("localhost");
    boolean local = host.startsWith("127.0.0.1") || host.startsWith("localhost");
    String scheme = request.getFirstHeader("X-Forwarded-Proto").orElse(local ? "http" : "https");
    return scheme + "://" + host;
  }

  static boolean same(HttpRequest request, String origin) {
    return origin.equals(of(request));
  }
}
