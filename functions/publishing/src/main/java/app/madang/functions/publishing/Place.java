package app.madang.functions.publishing;

import app.madang.runtime.Cursor;
import app.madang.runtime.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the page before ended: a time and the row of that time. */
record Place(OffsetDateTime at, UUID id) {

  private static final Place LATEST =
      new Place(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(-1L, -1L));
  private static final Place EARLIEST =
      new Place(OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(0L, 0L));

  /** Of a list whose latest come first. */
  static Place fromLatest(@Nullable String cursor) {
    return of(cursor, LATEST);
  }

  /** Of a list whose earliest come first. */
  static Place fromEarliest(@Nullable String cursor) {
    return of(cursor, EARLIEST);
  }

  static String cursor(Instant at, UUID id) {
    return Cursor.encode(at, id);
  }

  /** The last id of the page before, in a list that is ordered by ids alone. */
  static UUID id(@Nullable String cursor, UUID beginning) {
    if (cursor == null) {
      return beginning;
    }
    try {
      return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", Words.of("cursor"));
    }
  }

  private static Place of(@Nullable String cursor, Place beginning) {
    if (cursor == null) {
      return beginning;
    }
    List<String> parts = Cursor.decode(cursor, 2);
    try {
      OffsetDateTime at = Instant.parse(parts.get(0)).atOffset(ZoneOffset.UTC);
      if (at.getYear() >= 1 && at.isBefore(LATEST.at())) {
        return new Place(at, UUID.fromString(parts.get(1)));
      }
    } catch (DateTimeParseException | IllegalArgumentException e) {
      // told below
    }
    throw ProblemException.field("cursor", Words.of("cursor"));
  }
}
