package app.madang.functions.publishing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What tools and their releases have in common, out of a row. */
final class Columns {

  private Columns() {}

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static Bilingual name(ResultSet row) throws SQLException {
    return new Bilingual(row.getString("name_ko"), row.getString("name_en"));
  }

  static @Nullable Bilingual description(ResultSet row) throws SQLException {
    return Bilingual.of(row.getString("description_ko"), row.getString("description_en"));
  }

  /** An array of texts; empty for null. */
  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  static List<UUID> collections(ResultSet row) throws SQLException {
    return List.of((UUID[]) row.getArray("collection_ids").getArray());
  }

  static List<Bilingual> starters(ResultSet row) throws SQLException {
    @Nullable String[] korean = (String[]) row.getArray("starters_ko").getArray();
    @Nullable String[] english = (String[]) row.getArray("starters_en").getArray();
    List<Bilingual> starters = new ArrayList<>();
    for (int i = 0; i < korean.length; i++) {
      starters.add(new Bilingual(korean[i], english[i]));
    }
    return starters;
  }
}
