package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.functions.documents.Collection.Owner;
import app.madang.functions.documents.Collection.Sharing;
import app.madang.identity.SubjectKind;
import app.madang.runtime.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads collections with what they hold and who has them, a page or one, in one statement each. */
final class CollectionRows {

  // the page is cut before anything is counted
  private static final String TOLD =
      """
      SELECT p.id, p.name, p.role, p.clearance, p.created_at, d.document_count, d.updated_at,
        o.subject_kind, o.subject_id, o.name AS owner, s.people, s.groups, s.everyone
      FROM page p CROSS JOIN LATERAL (
        SELECT count(*) AS document_count, greatest(p.created_at, max(d.updated_at)) AS updated_at
        FROM knowledge.documents d WHERE d.collection_id = p.id AND d.status <> 'DELETING') d
      LEFT JOIN LATERAL (
        SELECT g.subject_kind, g.subject_id, coalesce(u.name, r.name, '') AS name
        FROM identity.grants g
        LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
        LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
        WHERE g.acl_id = p.acl_id AND g.role = 'owner'
        ORDER BY g.subject_id = p.created_by DESC, g.id LIMIT 1) o ON true
      CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE g.subject_kind = 'person') AS people,
          count(*) FILTER (WHERE g.subject_kind = 'group') AS groups,
          count(*) FILTER (WHERE g.subject_kind = 'everyone') > 0 AS everyone
        FROM identity.grants g
        WHERE g.acl_id = p.acl_id AND (g.subject_kind = 'everyone' OR g.subject_id IS DISTINCT FROM o.subject_id)) s
      ORDER BY p.id DESC
      """;

  private static final String COLUMNS =
      "WITH page AS MATERIALIZED (SELECT id, name, acl_id, clearance, created_by, created_at, "
          + Rights.ROLE;

  // newest first, as the ids are made in the order of time
  private static final String PAGE =
      COLUMNS
          + """
             FROM knowledge.collections
             WHERE deleted_at IS NULL
               AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid))
             ORDER BY id DESC LIMIT :limit)
          """
          + TOLD;

  private static final String ONE =
      COLUMNS + " FROM knowledge.collections WHERE id = :id AND deleted_at IS NULL)" + TOLD;

  private final JdbcClient jdbc;

  CollectionRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Collection get(UUID id) {
    return jdbc.sql(ONE)
        .param("id", id)
        .query(CollectionRows::collection)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  List<Collection> page(@Nullable UUID before, int limit) {
    return jdbc.sql(PAGE)
        .param("before", before)
        .param("limit", limit)
        .query(CollectionRows::collection)
        .list();
  }

  private static Collection collection(ResultSet row, int number) throws SQLException {
    return new Collection(
        row.getObject("id", UUID.class),
        row.getString("name"),
        CollectionRole.valueOf(row.getString("role")),
        row.getLong("document_count"),
        owner(row),
        new Sharing(row.getInt("people"), row.getInt("groups"), row.getBoolean("everyone")),
        row.getString("clearance"),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable Owner owner(ResultSet row) throws SQLException {
    String kind = row.getString("subject_kind");
    return kind == null
        ? null
        : new Owner(
            SubjectKind.of(kind), row.getObject("subject_id", UUID.class), row.getString("owner"));
  }
}
