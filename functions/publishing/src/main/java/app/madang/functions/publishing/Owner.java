package app.madang.functions.publishing;

import app.madang.identity.SubjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who owns a tool longest, a person or a group. */
record Owner(SubjectKind kind, UUID id, String name) {

  /** Finds the owners of a page {@code p} of the statement, for who may see what they own. */
  static final String JOIN =
      " LEFT JOIN identity.owners_of(ARRAY(SELECT acl_id FROM page)) o ON o.owned = p.acl_id ";

  static final String COLUMNS = "o.subject_kind, o.subject_id, o.name AS owner";

  /** Names the owners of a page {@code p} of listings, which hold their kind and id. */
  static final String LISTED =
      """
      p.owner_kind AS subject_kind, p.owner_id AS subject_id,
      CASE p.owner_kind WHEN 'person' THEN (SELECT u.name FROM identity.users u WHERE u.id = p.owner_id)
        ELSE (SELECT g.name FROM identity.groups g WHERE g.id = p.owner_id) END AS owner
      """;

  static @Nullable Owner of(ResultSet row) throws SQLException {
    String kind = row.getString("subject_kind");
    return kind == null
        ? null
        : new Owner(
            SubjectKind.of(kind),
            row.getObject("subject_id", UUID.class),
            Objects.requireNonNullElse(row.getString("owner"), ""));
  }
}
