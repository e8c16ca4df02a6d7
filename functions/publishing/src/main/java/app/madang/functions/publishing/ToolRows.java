package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads tools with who made what of them, a page or one, in one statement each. */
final class ToolRows {

  /** The model that a release in use names and that nobody can choose any more. */
  private static final String GONE =
      """
      (SELECT r.model FROM toolbox.releases r WHERE r.tool_id = p.id AND r.number = p.live AND models.is_gone(r.model)) AS live_gone,
      (SELECT r.model FROM toolbox.releases r WHERE r.tool_id = p.id AND r.number = p.canary AND models.is_gone(r.model)) AS canary_gone,
      """;

  // the page is cut before anybody is named
  private static final String TOLD =
      "SELECT p.*, "
          + GONE
          + Rights.ROLE
          + ", s.name AS submitter, d.name AS decider, "
          + Owner.COLUMNS
          + """
             FROM page p
            LEFT JOIN identity.users s ON s.id = p.submitted_by
            LEFT JOIN identity.users d ON d.id = p.decided_by
            """
          + Owner.JOIN;

  private static final String ONE =
      """
      WITH page AS MATERIALIZED (
        SELECT t.*, toolbox.outdated(t.actions) AS outdated,
          (SELECT array_agg(DISTINCT n.name) FROM toolbox.releases r CROSS JOIN LATERAL unnest(toolbox.outdated(r.actions)) n (name)
            WHERE r.tool_id = t.id AND r.number IN (t.live, t.canary)) AS used_outdated, h.at AS back_at, h.back_to, h.actor_id AS back_by, h.reason AS back_reason, b.name AS returner
        FROM toolbox.tools t
        LEFT JOIN LATERAL (SELECT * FROM toolbox.history WHERE tool_id = t.id AND act = 'ROLLED_BACK' ORDER BY id DESC LIMIT 1) h
          ON h.number = t.releases
        LEFT JOIN identity.users b ON b.id = h.actor_id
        WHERE t.id = :id)
      """
          + TOLD;

  private static final String LATEST =
      """
      WITH page AS MATERIALIZED (SELECT * FROM toolbox.tools
         WHERE acl_id = ANY ((SELECT identity.editable_acls())::bigint[]) AND (updated_at, id) < (:at, :id)
         ORDER BY updated_at DESC, id DESC LIMIT :limit)
      """
          + TOLD
          + " ORDER BY p.updated_at DESC, p.id DESC";

  private static final String WAITING =
      """
      WITH page AS MATERIALIZED (SELECT * FROM toolbox.tools
         WHERE status = 'SUBMITTED' AND (submitted_at, id) > (:at, :id)
         ORDER BY submitted_at, id LIMIT :limit)
      """
          + TOLD
          + " ORDER BY p.submitted_at, p.id";

  private final JdbcClient jdbc;

  ToolRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  ToolDetail get(UUID id) {
    return jdbc.sql(ONE)
        .param("id", id)
        .query(ToolDetail::of)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** What the caller may edit. */
  List<ToolLine> latest(Place before, int limit) {
    return page(LATEST, before, limit);
  }

  /** What waits for a reviewer. */
  List<ToolLine> waiting(Place after, int limit) {
    return page(WAITING, after, limit);
  }

  private List<ToolLine> page(String sql, Place place, int limit) {
    return jdbc.sql(sql)
        .param("at", place.at())
        .param("id", place.id())
        .param("limit", limit)
        .query(ToolLine::of)
        .list();
  }
}
