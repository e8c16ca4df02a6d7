package app.madang.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A keyset cursor: the sort key of the last row, opaque to clients; it grants nothing. */
public final class Cursor {

  private static final String SEPARATOR = "\u001f";

  private Cursor() {}

  /** Packs the sort key's parts. */
  public static String encode(Object... parts) {
    String joined =
        Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(SEPARATOR));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(joined.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Unpacks the parts.
   *
   * @throws ProblemException invalid_request when it is not a cursor of that many parts
   */
  public static List<String> decode(String cursor, int parts) {
    try {
      String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      List<String> found = List.of(joined.split(SEPARATOR, -1));
      // PostgreSQL's text takes no NUL
      if (found.size() == parts && joined.indexOf(0) < 0) {
        return found;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the problem below
    }
    throw ProblemException.field("cursor", "?");
  }
}
