package app.madang.toolbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field of a tool's form.
 *
 * @param name what programs call it, in lower case
 * @param label what people read
 * @param hint what helps to fill it; null for nothing
 * @param required whether it must be filled; null for not
 * @param maxLength characters, of text and long text; null for the usual limit of the kind
 * @param options what a choice offers, in its order; null for the other kinds
 * @param min the least number; null for none
 * @param max the greatest number; null for none
 */
public record ToolInput(
    @NotNull String name,
    @NotNull Kind kind,
    @NotNull Label label,
    @Nullable Label hint,
    @Nullable Boolean required,
    @Nullable Integer maxLength,
    @Nullable List<@NotNull Label> options,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max) {

  /** What may be filled in. */
  public enum Kind {
    /** One line. */
    @JsonProperty("text")
    TEXT(1_000, 200),
    /** Paragraphs. */
    @JsonProperty("long_text")
    LONG_TEXT(50_000, 20_000),
    /** One of the options. */
    @JsonProperty("choice")
    CHOICE(200, 200),
    /** A decimal number. */
    @JsonProperty("number")
    NUMBER(40, 40),
    /** A day, as in 2026-11-23. */
    @JsonProperty("date")
    DATE(10, 10),
    /** A text file's words, or a picture. */
    @JsonProperty("file")
    FILE(100_000, 100_000);

    private final int most;
    private final int usual;

    Kind(int most, int usual) {
      this.most = most;
      this.usual = usual;
    }

    /** The most characters that a maker may allow. */
    int most() {
      return most;
    }
  }

  /** Copies the list. */
  public ToolInput {
    options = options == null ? null : List.copyOf(options);
  }

  /** Whether it cannot be left empty. */
  boolean mustBeFilled() {
    return Boolean.TRUE.equals(required);
  }

  /** The most characters of a value. */
  int limit() {
    return maxLength == null ? kind.usual : maxLength;
  }
}
