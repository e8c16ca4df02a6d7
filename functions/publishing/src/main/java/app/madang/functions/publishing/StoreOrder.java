package app.madang.functions.publishing;

import app.madang.runtime.Cursor;
import app.madang.runtime.ProblemException;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which order the store is listed; some orders list only what they are about. */
enum StoreOrder {
  /** The latest released first. */
  @JsonProperty("latest")
  LATEST("l.released_at", "", "true"),
  /** Those that most people used in 30 days first, without the unused. */
  @JsonProperty("used")
  USED("l.people", "", "l.people > 0"),
  /** What administrators mark, the latest marked first. */
  @JsonProperty("featured")
  FEATURED("l.featured_at", "", "l.featured_at IS NOT NULL"),
  /** What the caller marked, the latest marked first. */
  @JsonProperty("favourites")
  FAVOURITES(
      "f.at",
      " JOIN toolbox.favourites f ON f.tool_id = l.tool_id"
          + " AND f.person_id = (SELECT identity.current_user_id())",
      "true");

  private final String key;
  private final String join;
  private final String only;

  StoreOrder(String key, String join, String only) {
    this.key = key;
    this.join = join;
    this.only = only;
  }

  /** A page's rows of {@code toolbox.listings}, each with its {@code key}. */
  String page(String filters) {
    return "SELECT "
        + StoreLine.COLUMNS
        + ", "
        + key
        + " AS key FROM toolbox.listings l"
        + join
        + " WHERE "
        + only
        + filters
        + " AND ("
        + key
        + ", l.tool_id) < (:key, :id) ORDER BY "
        + key
        + " DESC, l.tool_id DESC LIMIT :limit";
  }

  /** Where the page before ended. */
  After after(@Nullable String cursor) {
    if (this != USED) {
      Place place = Place.fromLatest(cursor);
      return new After(place.at(), place.id());
    }
    if (cursor == null) {
      return new After(Integer.MAX_VALUE, new UUID(-1L, -1L));
    }
    List<String> parts = Cursor.decode(cursor, 2);
    try {
      return new After(Integer.parseInt(parts.get(0)), UUID.fromString(parts.get(1)));
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", Words.of("cursor"));
    }
  }

  /** The sort key and id of a page's last row. */
  record After(Object key, UUID id) {}
}
