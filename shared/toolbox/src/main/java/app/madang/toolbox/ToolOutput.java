package app.madang.toolbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tool's answers look like.
 *
 * @param schema what the JSON must fit, of the words that {@link OutputSchema} knows; null for the
 *     other kinds
 */
public record ToolOutput(@NotNull Kind kind, @Nullable JsonNode schema) {

  /** A conversation's answer. */
  public static final ToolOutput CHAT = new ToolOutput(Kind.CHAT, null);

  /** The kinds of answer. */
  public enum Kind {
    /** As in a conversation. */
    @JsonProperty("chat")
    CHAT,
    /** A text with headings, to be kept. */
    @JsonProperty("document")
    DOCUMENT,
    /** Rows and columns. */
    @JsonProperty("table")
    TABLE,
    /** JSON that fits the schema. */
    @JsonProperty("json")
    JSON
  }
}
