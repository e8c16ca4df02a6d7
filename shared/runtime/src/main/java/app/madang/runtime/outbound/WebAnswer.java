package app.madang.runtime.outbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a GET brought; the body lies where the caller asked for it.
 *
 * @param headers by lower-case name, the last of each
 */
public record WebAnswer(int status, Map<String, String> headers, long size) {

  /** A header's value. */
  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
