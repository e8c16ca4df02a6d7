package app.madang.functions.publishing;

import app.madang.functions.publishing.GrantDesk.Grant;
import app.madang.functions.publishing.GrantDesk.Subject;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows behind sharing; identity's policies let only owners write them. */
final class GrantRows {

  private static final String LIST =
      """
      SELECT g.id, g.subject_kind, g.subject_id, coalesce(u.name, r.name, '') AS name, g.role
      FROM identity.grants g
      LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
      LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
      WHERE g.acl_id = :acl
      ORDER BY array_position(ARRAY['owner', 'editor', 'reader'], g.role), name, g.id
      """;

  private static final String PUT =
      """
      INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
      VALUES (:acl, :kind, :subject, :role)
      ON CONFLICT (acl_id, subject_kind, subject_id) DO UPDATE SET role = excluded.role
      """;

  private final JdbcClient jdbc;

  GrantRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One change at a time, or two owners could each remove the other. */
  void lock(long acl) {
    jdbc.sql(
            "SELECT pg_advisory_xact_lock(hashtext('identity.grants'), CAST(:acl % 2147483647 AS int))")
        .param("acl", acl)
        .query((row, n) -> true)
        .single();
  }

  List<Grant> of(long acl) {
    return jdbc.sql(LIST)
        .param("acl", acl)
        .query(
            (row, n) ->
                new Grant(
                    row.getObject("id", UUID.class),
                    new Subject(
                        SubjectKind.of(row.getString("subject_kind")),
                        row.getObject("subject_id", UUID.class)),
                    row.getString("name"),
                    ToolRole.ofGrant(row.getString("role"))))
        .list();
  }

  boolean known(Subject subject) {
    return switch (subject.kind()) {
      case EVERYONE -> true;
      case PERSON -> exists("SELECT EXISTS (SELECT FROM identity.users WHERE id = :id)", subject);
      case GROUP -> exists("SELECT EXISTS (SELECT FROM identity.groups WHERE id = :id)", subject);
    };
  }

  void put(long acl, Subject subject, ToolRole role) {
    jdbc.sql(PUT)
        .param("acl", acl)
        .param("kind", subject.kind().code())
        .param("subject", subject.id())
        .param("role", role.grant())
        .update();
  }

  void remove(long acl, UUID grantId) {
    jdbc.sql("DELETE FROM identity.grants WHERE acl_id = :acl AND id = :id")
        .param("acl", acl)
        .param("id", grantId)
        .update();
  }

  private boolean exists(String sql, Subject subject) {
    return jdbc.sql(sql).param("id", subject.id()).query(Boolean.class).single();
  }
}
