package app.madang.models;

import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id of a tool call. What the vendor wants back with the call travels in it, so that nothing is
 * kept here and a client that passes on only what it knows loses nothing.
 *
 * @param id the call's own
 * @param signature Base64 of the vendor's state; null for none
 */
public record CallId(String id, @Nullable String signature) {

  private static final String MARK = "__sig_";

  /** An id as it is given to a client. */
  public static CallId parse(String given) {
    int mark = given.indexOf(MARK);
    if (mark < 0) {
      return new CallId(given, null);
    }
    String id = given.substring(0, mark);
    try {
      byte[] state = Base64.getUrlDecoder().decode(given.substring(mark + MARK.length()));
      return new CallId(id, Base64.getEncoder().encodeToString(state));
    } catch (IllegalArgumentException e) {
      // someone cut it
      return new CallId(id, null);
    }
  }

  /** A new one for a vendor that gives none. */
  public static String generate() {
    return "call_" + UUID.randomUUID().toString().replace("-", "");
  }

  /** One string of letters that every client takes as an id. */
  public String given() {
    if (signature == null) {
      return id;
    }
    try {
      byte[] state = Base64.getDecoder().decode(signature);
      return id + MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(state);
    } catch (IllegalArgumentException e) {
      // no state that the vendor would know again
      return id;
    }
  }
}
