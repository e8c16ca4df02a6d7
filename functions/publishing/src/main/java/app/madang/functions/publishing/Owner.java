package app.madang.functions.publishing;

import app.madang.identity.SubjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who owns a tool longest, a person or a group. */
record Owner(SubjectKind kind, UUID id, String name) {

  /** Finds the owners of a page {@code p} of the statement, for who may see what they own. */
  static final String JOIN =
      " LEFT JOIN identity.owners_of(ARRAY(SELECT acl_id FROM page)) o ON o.owned = p.acl_id ";

  static final String COLUMNS = "o.subject_kind, o.subject_id, o.name AS owner";

  static @Nullable Owner of(ResultSet row) throws SQLException {
    String kind = row.getString("subject_kind");
    return kind == null
        ? null
        : new Owner(
            SubjectKind.of(kind), row.getObject("subject_id", UUID.class), row.getString("owner"));
  }
}
