package app.madang.toolbox;

import app.madang.runtime.outbound.WebBody;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The answer to one message, read as it comes: a JSON text, or that event of a stream which
 * answers. Whatever else a server says in its stream is not heard.
 */
final class McpReply implements WebBody {

  private static final JsonMapper JSON = new JsonMapper();

  private final int id;
  private final ByteArrayOutputStream all = new ByteArrayOutputStream();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private boolean returned;
  private @Nullable JsonNode found;

  McpReply(int id) {
    this.id = id;
  }

  @Override
  public OutputStream open() {
    return new OutputStream() {
      @Override
      public void write(int b) {
        take((byte) b);
      }

      @Override
      public void write(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length && found == null; i++) {
          take(bytes[i]);
        }
      }
    };
  }

  /** A stream may stay open after the answer. */
  @Override
  public boolean isOver() {
    return found != null;
  }

  /** The message that answers; missing when there is none. */
  JsonNode message() {
    return found == null ? answering(all.toString(StandardCharsets.UTF_8)) : found;
  }

  private void take(byte b) {
    all.write(b);
    boolean fed = returned && b == '\n';
    returned = b == '\r';
    if (fed) {
      return;
    }
    if (b != '\n' && b != '\r') {
      line.write(b);
      return;
    }
    String said = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (said.startsWith("data:")) {
      data.append(said, said.startsWith("data: ") ? 6 : 5, said.length()).append('\n');
    } else if (said.isEmpty() && !data.isEmpty()) {
      JsonNode message = answering(data.toString());
      data.setLength(0);
      found = message.isMissingNode() ? null : message;
    }
  }

  private JsonNode answering(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      // revision 2025-03-26 may put several into one
      for (JsonNode each : read.isArray() ? read : java.util.List.of(read)) {
        boolean mine = each.path("id").asString("").equals(Integer.toString(id));
        if (mine && each.has("result") || each.path("error").isObject()) {
          return each;
        }
      }
    } catch (JacksonException e) {
      // it is no answer then
    }
    return MissingNode.getInstance();
  }
}
