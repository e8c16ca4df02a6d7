package app.madang.functions.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person by name. */
record PersonRef(UUID id, String name) {

  /** The person of two columns; null when there is none. */
  static @Nullable PersonRef of(ResultSet row, String id, String name) throws SQLException {
    UUID person = row.getObject(id, UUID.class);
    String called = row.getString(name);
    return person == null ? null : new PersonRef(person, called == null ? "" : called);
  }
}
