package app.madang.functions.chat.mcp;

import app.madang.functions.chat.openai.Beats;
import app.madang.functions.chat.openai.OpenAiProblem;
import app.madang.functions.chat.openai.RateLimits;
import app.madang.functions.chat.openai.WholeAnswer;
import app.madang.runtime.Caller;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
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
  private final Visitors visitors;
  private final RateLimits limits;
  private final Beats beats;
  private final JsonMapper json;

  McpEndpoint(
      McpServer server, Visitors visitors, RateLimits limits, Beats beats, JsonMapper json) {
    this.server = server;
    this.visitors = visitors;
    this.limits = limits;
    this.beats = beats;
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
    Optional<Visitor> found = visitors.of(request);
    if (found.isEmpty()) {
      unknown(request, response);
      return;
    }
    Visitor visitor = found.get();
    int wait = limits.take(visitor.bucket());
    if (wait > 0) {
      response.appendHeader("Retry-After", Integer.toString(wait));
      refuse(response, 429);
      return;
    }
    WholeAnswer waited = new WholeAnswer();
    beats.add(waited, visitor.admitted());
    Optional<McpReply> reply;
    try {
      McpCaller caller = new McpCaller(visitor.keyId(), waited::cancelled);
      reply = answered(visitor.caller(), () -> answer(body, McpHeaders.of(request), caller));
    } finally {
      beats.remove(waited);
      waited.begins();
    }
    if (waited.mustClose()) {
      response.appendHeader("Connection", "close");
    }
    if (waited.gone()) {
      return;
    }
    OpenAiProblem why = waited.ended();
    if (why != null && why.status() == 401) {
      unknown(request, response);
    } else if (why != null) {
      response.appendHeader("Retry-After", "1");
      refuse(response, why.status());
    } else if (reply.isPresent()) {
      send(response, reply.get());
    } else {
      response.setStatusCode(202);
    }
  }

  private static Optional<McpReply> answered(Caller caller, Callable<Optional<McpReply>> work)
      throws IOException {
    try {
      return Caller.callAs(caller, work);
    } catch (RuntimeException | IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void unknown(HttpRequest request, HttpResponse response) throws IOException {
    response.appendHeader(
        "WWW-Authenticate",
        "Bearer resource_metadata=\"" + Origins.of(request) + ResourceMetadata.PATH + "\"");
    refuse(response, 401);
  }

  private Optional<McpReply> answer(byte[] body, McpHeaders headers, McpCaller caller) {
    JsonNode message;
    try {
      message = json.readTree(body);
    } catch (JacksonException e) {
      return Optional.of(server.unreadable());
    }
    return server.answer(message, headers, caller);
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
