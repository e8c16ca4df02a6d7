package app.madang.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows behind sharing; the policies let only owners write them. */
final class GrantRows<R extends Enum<R> & GrantRole> {

  private static final String LIST =
      """
      SELECT g.id, g.subject_kind, g.subject_id, coalesce(u.name, r.name, '') AS name, g.role
      FROM identity.grants g
      LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
      LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
      WHERE g.acl_id = :acl
      ORDER BY array_position(ARRAY['owner', 'editor', 'reader'], g.role), name, g.id
      """;

  private static final String INSERT =
      """
      INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
      VALUES (:acl, :kind, :subject, :role)
      ON CONFLICT (acl_id, subject_kind, subject_id)
      """;

  private final JdbcClient jdbc;
  private final List<R> roles;

  GrantRows(JdbcClient jdbc, Class<R> roles) {
    this.jdbc = jdbc;
    this.roles = List.of(roles.getEnumConstants());
  }

  /** One change at a time, or two owners could each remove the other. */
  void lock(long acl) {
    jdbc.sql(
            "SELECT pg_advisory_xact_lock(hashtext('identity.grants'), CAST(:acl % 2147483647 AS int))")
        .param("acl", acl)
        .query((row, n) -> true)
        .single();
  }

  List<Grant<R>> of(long acl) {
    return jdbc.sql(LIST)
        .param("acl", acl)
        .query(
            (row, n) ->
                new Grant<>(
                    row.getObject("id", UUID.class),
                    new Subject(
                        SubjectKind.of(row.getString("subject_kind")),
                        row.getObject("subject_id", UUID.class)),
                    row.getString("name"),
                    role(row.getString("role"))))
        .list();
  }

  private R role(String grant) {
    return roles.stream()
        .filter(role -> role.grant().equals(grant))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(grant));
  }

  boolean known(Subject subject) {
    return switch (subject.kind()) {
      case EVERYONE -> true;
      case PERSON -> exists("SELECT EXISTS (SELECT FROM identity.users WHERE id = :id)", subject);
      case GROUP -> exists("SELECT EXISTS (SELECT FROM identity.groups WHERE id = :id)", subject);
    };
  }

  void put(long acl, Subject subject, R role) {
    insert(acl, subject, role, " DO UPDATE SET role = excluded.role");
  }

  void add(long acl, Subject subject, R role) {
    insert(acl, subject, role, " DO NOTHING");
  }

  private void insert(long acl, Subject subject, R role, String otherwise) {
    jdbc.sql(INSERT + otherwise)
        .param("acl", acl)
        .param("kind", subject.kind().code())
        .param("subject", subject.id())
        .param("role", role.grant())
        .update();
  }

  void remove(long acl, UUID grant) {
    jdbc.sql("DELETE FROM identity.grants WHERE acl_id = :acl AND id = :id")
        .param("acl", acl)
        .param("id", grant)
        .update();
  }

  private boolean exists(String sql, Subject subject) {
    return jdbc.sql(sql).param("id", subject.id()).query(Boolean.class).single();
  }
}
