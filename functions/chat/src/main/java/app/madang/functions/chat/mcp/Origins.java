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

  /**
   * A page whose name was made to point here says that name as its host too: over plain HTTP only
   * this machine's own names are believed. Over HTTPS the certificate binds the name.
   */
  static boolean same(HttpRequest request, String origin) {
    return origin.equals(of(request))
        && (origin.startsWith("https://")
            || origin.matches("http://(?:127\\.0\\.0\\.1|localhost|\\[::1\\])(?::\\d{1,5})?"));
  }
}
