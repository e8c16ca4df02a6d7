package app.madang.functions.reporting;

import app.madang.runtime.ProblemException;
import java.util.UUID;

/** Ids inside cursors, which callers may have made up. */
final class Ids {

  private Ids() {}

  static UUID parse(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", "?");
    }
  }
}
