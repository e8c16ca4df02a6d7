package app.madang.functions.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool in the store's list.
 *
 * @param people how many used it in 30 days, as of the last count
 */
record StoreLine(
    UUID id,
    Bilingual name,
    String icon,
    @Nullable Bilingual description,
    @Nullable Owner owner,
    int release,
    Instant releasedAt,
    boolean featured,
    boolean favourite,
    int people,
    Rated rating) {

  /** What a line is made of, of a row {@code l} of {@code toolbox.listings}. */
  static final String COLUMNS =
      "l.tool_id, l.number, l.released_at, l.name_ko, l.name_en, l.icon, l.description_ko, l.description_en, l.featured_at,"
          + " l.people, l.ratings, l.stars, l.owner_kind, l.owner_id";

  /** A line with what its page is sorted by. */
  record Sorted(StoreLine line, Object key) {

    static Sorted of(ResultSet row, int number) throws SQLException {
      Object key = row.getObject("key");
      return new Sorted(
          StoreLine.of(row),
          key instanceof Integer ? key : Objects.requireNonNull(Columns.instant(row, "key")));
    }
  }

  /**
   * How many rated it, and how.
   *
   * @param average 1 to 5 stars; null while fewer than three did, who would be known by it
   */
  record Rated(int count, @Nullable Double average) {

    private static final int ENOUGH = 3;

    static Rated of(ResultSet row) throws SQLException {
      int count = row.getInt("ratings");
      return new Rated(
          count, count < ENOUGH ? null : Math.round(10.0 * row.getInt("stars") / count) / 10.0);
    }
  }

  private static StoreLine of(ResultSet row) throws SQLException {
    return new StoreLine(
        row.getObject("tool_id", UUID.class),
        Columns.name(row),
        row.getString("icon"),
        Columns.description(row),
        Owner.of(row),
        row.getInt("number"),
        Objects.requireNonNull(Columns.instant(row, "released_at")),
        row.getObject("featured_at") != null,
        row.getBoolean("favourite"),
        row.getInt("people"),
        Rated.of(row));
  }
}
