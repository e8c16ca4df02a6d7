package app.madang.functions.local;

import app.madang.testing.TokenIssuer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** The metadata server's identity endpoint, one a function, which is how it knows who asks. */
final class MetadataServer implements AutoCloseable {

  private static final String IDENTITY =
      "/computeMetadata/v1/instance/service-accounts/default/identity";

  private final String account;
  private final TokenIssuer issuer;
  private final LocalHttp http;

  MetadataServer(String function, int port, TokenIssuer issuer) {
    this.account = FunctionEnvironment.account(function);
    this.issuer = issuer;
    this.http = new LocalHttp(port, this::answer);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String audience = LocalHttp.query(exchange).getOrDefault("audience", "");
    exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
    if (!"Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"))) {
      LocalHttp.send(exchange, 403, "text/plain", "Metadata-Flavor is missing");
    } else if (!exchange.getRequestURI().getPath().equals(IDENTITY)) {
      LocalHttp.send(exchange, 404, "text/plain", "only identities here");
    } else if (audience.isEmpty()) {
      LocalHttp.send(exchange, 400, "text/plain", "audience is missing");
    } else {
      LocalHttp.send(exchange, 200, "text/html", issuer.serviceToken(account, audience));
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
