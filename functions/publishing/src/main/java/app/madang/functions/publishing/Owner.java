package app.madang.functions.publishing;

import app.madang.identity.SubjectKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who owns a tool longest, a person or a group. */
record Owner(SubjectKind kind, UUID id, String name) {

  /** Finds the owner of {@code p.acl_id}, in the statement that reads {@code p}. */
  static final String JOIN =
      """
      LEFT JOIN LATERAL (
        SELECT g.subject_kind, g.subject_id, coalesce(u.name, r.name, '') AS name
        FROM identity.grants g
        LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
        LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
        WHERE g.acl_id = p.acl_id AND g.role = 'owner' ORDER BY g.id LIMIT 1) o ON true
      """;

  static final String COLUMNS = "o.subject_kind, o.subject_id, o.name AS owner";

  static @Nullable Owner of(ResultSet row) throws SQLException {
    String kind = row.getString("subject_kind");
    return kind == null
        ? null
        : new Owner(
            SubjectKind.of(kind), row.getObject("subject_id", UUID.class), row.getString("owner"));
  }
}
