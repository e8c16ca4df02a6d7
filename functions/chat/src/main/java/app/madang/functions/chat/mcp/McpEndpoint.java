package app.madang.functions.chat.mcp;

import app.madang.functions.chat.openai.RateLimits;
import app.madang.identity.ApiKeys;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.security.Authentication;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /mcp}: an API key or the person's own access token, which goes nowhere from here.
 * Other methods answer 405: there is no session and no stream of the server's own.
 */
final class McpEndpoint implements ForeignOperation {

  private static final int MOST_BYTES = 1 << 20;

  private final McpServer server;
  private final Authentication authentication;
  private final ApiKeys keys;
  private final RateLimits limits;
  private final JsonMapper json;

  McpEndpoint(
      McpServer server,
      Authentication authentication,
      ApiKeys keys,
      RateLimits limits,
      JsonMapper json) {
    this.server = server;
    this.authentication = authentication;
    this.keys = keys;
    this.limits = limits;
    this.json = json;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (body.length > MOST_BYTES) {
      refuse(response, 413);
      return;
    }
    // a page of another site must not use what a browser sends along (DNS rebinding)
    Optional<String> origin = request.getFirstHeader("Origin");
    if (origin.isPresent() && !Origins.same(request, origin.get())) {
      refuse(response, 403);
      return;
    }
    Optional<Caller> caller = caller(request);
    if (caller.isEmpty()) {
      response.appendHeader(
          "WWW-Authenticate",
          "Bearer resource_metadata=\"" + Origins.of(request) + ResourceMetadata.PATH + "\"");
      refuse(response, 401);
      return;
    }
    int wait = limits.take(caller.get().id());
    if (wait > 0) {
      response.appendHeader("Retry-After", Integer.toString(wait));
      refuse(response, 429);
      return;
    }
    Caller.runAs(
        caller.get(),
        () -> {
          try {
            answer(body, McpHeaders.of(request), response);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  private void answer(byte[] body, McpHeaders headers, HttpResponse response) throws IOException {
    JsonNode message;
    try {
      message = json.readTree(body);
    } catch (JacksonException e) {
      send(response, server.unreadable());
      return;
    }
    Optional<McpReply> answer = server.answer(message, headers);
    if (answer.isPresent()) {
      send(response, answer.get());
    } else {
      response.setStatusCode(202);
    }
  }

  private Optional<Caller> caller(HttpRequest request) {
    List<String> values = request.getHeaders().getOrDefault("Authorization", List.of());
    String value = values.size() == 1 ? values.getFirst() : "";
    if (value.regionMatches(true, 0, "Bearer mdg_", 0, 11)) {
      return keys.owner(value.substring(7)).map(ApiKeys.Owner::caller);
    }
    try {
      return Optional.of(authentication.person(request));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  private void send(HttpResponse response, McpReply reply) throws IOException {
    response.setStatusCode(reply.status());
    response.setContentType("application/json");
    response.appendHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(reply.body()));
  }

  private static void refuse(HttpResponse response, int status) throws IOException {
    response.setStatusCode(status);
    response.setContentType("application/json");
    response
        .getOutputStream()
        .write(("{\"error\":" + status + "}").getBytes(StandardCharsets.US_ASCII));
  }
}
