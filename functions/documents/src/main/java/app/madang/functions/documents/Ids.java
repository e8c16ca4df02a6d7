package app.madang.functions.documents;

import app.madang.runtime.Cursor;
import app.madang.runtime.ProblemException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids out of cursors, which anyone can bend. */
final class Ids {

  private Ids() {}

  static @Nullable UUID ofCursor(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", Words.of("cursor"));
    }
  }
}
