package app.madang.functions.documents;

import app.madang.runtime.ProblemException;
import java.util.UUID;

/** Ids out of cursors, which anyone can bend. */
final class Ids {

  private Ids() {}

  static UUID ofCursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", "?");
    }
  }
}
