package app.madang.runtime;

import java.nio.charset.StandardCharsets;

/**
 * An answer that is a file to keep and not JSON. The contract names its content type.
 *
 * @param contentType such as {@code text/csv; charset=utf-8}
 * @param name what the browser calls it; plain ASCII
 */
public record FileAnswer(String contentType, String name, String content) {

  /** As bytes. */
  public byte[] bytes() {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
