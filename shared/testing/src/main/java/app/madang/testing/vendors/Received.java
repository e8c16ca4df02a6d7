package app.madang.testing.vendors;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A call as it came over the wire.
 *
 * @param dialect whose interface was called
 * @param path with its query
 * @param headers names in lower case
 * @param body the JSON
 */
public record Received(
    WireDialect dialect, String path, Map<String, String> headers, JsonNode body) {

  /** Whether pieces are wanted. */
  public boolean streaming() {
    return dialect == WireDialect.GEMINI
        ? path.contains(":streamGenerateContent")
        : body.path("stream").asBoolean(false);
  }
}
