package app.madang.functions.chat.openai;

import app.madang.identity.ApiKeys;
import com.google.cloud.functions.HttpRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lets a request in: its key first, then its body. */
final class Entrance {

  /** Pictures are large, and the gateway takes 32 MB. */
  private static final int MOST_BYTES = 24 << 20;

  private static final int UNREAD_BYTES = 64 << 10;

  private final Callers callers;
  private final JsonMapper json;

  Entrance(Callers callers, JsonMapper json) {
    this.callers = callers;
    this.json = json;
  }

  /** A connection whose request was left unread is closed: the client would miss why. */
  ApiKeys.Owner admit(HttpRequest request) throws IOException {
    try {
      return callers.admit(request);
    } catch (OpenAiProblem problem) {
      try (InputStream in = request.getInputStream()) {
        in.skipNBytes(Math.clamp(request.getContentLength(), 0, UNREAD_BYTES));
      } catch (EOFException e) {
        throw problem;
      }
      throw problem;
    }
  }

  /** Whether the key still works. */
  boolean admitted(HttpRequest request) {
    return callers.admitted(request);
  }

  /** The body, a JSON object. */
  JsonNode read(HttpRequest request) throws IOException {
    if (request.getContentLength() > MOST_BYTES) {
      throw OpenAiProblem.tooLarge();
    }
    byte[] body;
    try (InputStream in = request.getInputStream()) {
      body = in.readNBytes(MOST_BYTES + 1);
    }
    if (body.length > MOST_BYTES) {
      throw OpenAiProblem.tooLarge();
    }
    try {
      JsonNode node = json.readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (JacksonException e) {
      // told below
    }
    throw OpenAiProblem.invalid(null, "We could not parse the JSON body of your request.");
  }
}
