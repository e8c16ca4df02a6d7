package app.madang.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which of its document's versions one is: searches see the current one. */
public enum Standing {
  /** The newest that was read. */
  @JsonProperty("current")
  CURRENT,
  /** Not read yet. */
  @JsonProperty("coming")
  COMING,
  /** A newer one was read. */
  @JsonProperty("superseded")
  SUPERSEDED;

  /** As the database writes it. */
  public static Standing of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
