package app.madang.functions.publishing;

import app.madang.functions.publishing.CanaryMeasure.Share;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the people of a canary fare and how the others do, counted out of the runs. */
final class CanaryRows {

  // who makes the tool sees its canary, too, but only those who were drawn count;
  // whose writer died has no outcome
  private static final String MEASURED =
      """
      WITH canary AS (
        SELECT id, canary, percent, canary_at, live FROM toolbox.tools WHERE id = :tool AND canary IS NOT NULL),
      sessions AS (
        SELECT r.number = c.canary AS is_canary,
          avg(CASE WHEN coalesce(r.outcome, 'FAILED') = 'FAILED' THEN 1 ELSE 0 END) >= 0.5 AS failed,
          coalesce((array_agg(r.rating ORDER BY r.started_at DESC) FILTER (WHERE r.rating IS NOT NULL))[1] = -1, false) AS disliked
        FROM canary c JOIN toolbox.runs r ON r.tool_id = c.id AND r.number IN (c.canary, c.live)
        WHERE (r.outcome IS NOT NULL OR r.started_at < now() - interval '15 minutes')
          AND (r.number = c.canary AND r.started_at >= c.canary_at AND toolbox.bucket(c.id, r.person_id) < c.percent
            OR r.number = c.live AND r.started_at > now() - interval '30 days')
        GROUP BY 1, r.person_id)
      SELECT c.canary AS number, c.percent, c.canary_at AS since, s.*
        FROM canary c, (
          SELECT count(*) FILTER (WHERE is_canary) AS sessions,
            count(*) FILTER (WHERE is_canary AND failed) AS failed,
            count(*) FILTER (WHERE is_canary AND disliked) AS disliked,
            count(*) FILTER (WHERE NOT is_canary) AS others,
            count(*) FILTER (WHERE NOT is_canary AND failed) AS others_failed,
            count(*) FILTER (WHERE NOT is_canary AND disliked) AS others_disliked
          FROM sessions) s
      """;

  private static final String ROLL_BACK =
      "SELECT toolbox.roll_back(:tool, :from, CAST(:to AS integer), CAST(:reason AS jsonb))";

  /** The last time that it was asked what it had passed. */
  private static final String NOT_PROVEN =
      """
      SELECT jsonb_build_object('cause', 'golden', 'score', w.score, 'threshold', w.threshold)
        FROM (SELECT * FROM toolbox.evaluations
               WHERE tool_id = ? AND number = ? AND watch AND state IN ('PASSED', 'FAILED') ORDER BY started_at DESC LIMIT 1) w
       WHERE w.state = 'FAILED'
      """;

  private final JdbcClient jdbc;

  CanaryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The tool's canary as it fares now; none when it has none. */
  Optional<Canary> find(UUID tool) {
    return jdbc.sql(MEASURED)
        .param("tool", tool)
        .query(
            (row, n) -> {
              int sessions = row.getInt("sessions");
              int others = row.getInt("others");
              return new Canary(
                  row.getInt("number"),
                  row.getInt("percent"),
                  Objects.requireNonNull(Columns.instant(row, "since")),
                  CanaryMeasure.NEEDED,
                  List.of(
                      CanaryMeasure.errors(
                          new Share(sessions, row.getInt("failed")),
                          new Share(others, row.getInt("others_failed"))),
                      CanaryMeasure.feedback(
                          new Share(sessions, row.getInt("disliked")),
                          new Share(others, row.getInt("others_disliked")))));
            })
        .optional();
  }

  /** Why a canary no longer proves itself; none when it does. */
  Optional<String> notProven(UUID tool, int number) {
    return jdbc.sql(NOT_PROVEN).params(tool, number).query(String.class).optional();
  }

  /** The tools that have one. */
  List<UUID> all() {
    return jdbc.sql("SELECT id FROM toolbox.tools WHERE canary IS NOT NULL ORDER BY id")
        .query(UUID.class)
        .list();
  }

  /** Whether it was this canary, the share grew and the caller owns the tool. */
  boolean widen(UUID tool, int number, int percent) {
    return jdbc.sql("SELECT toolbox.widen(?, ?, ?)")
        .params(tool, number, percent)
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether the newest release in use was this one, and the caller may.
   *
   * @param to null ends a canary
   */
  boolean rollBack(UUID tool, int from, @Nullable Integer to, String reason) {
    return jdbc.sql(ROLL_BACK)
        .param("tool", tool)
        .param("from", from)
        .param("to", to)
        .param("reason", reason)
        .query(Boolean.class)
        .single();
  }
}
