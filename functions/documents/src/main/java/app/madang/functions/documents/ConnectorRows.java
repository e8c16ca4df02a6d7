package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.functions.documents.Connector.Counts;
import app.madang.functions.documents.Connector.Kind;
import app.madang.functions.documents.Connector.Reason;
import app.madang.functions.documents.Connector.State;
import app.madang.functions.documents.Connectors.Problem;
import app.madang.runtime.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads connectors and what they could not read; the row policies show them to editors only. */
final class ConnectorRows {

  private static final String TOLD =
      """
      SELECT c.id, c.collection_id, c.folder_id, c.kind, c.name, c.settings, c.every_minutes, c.reason,
        c.added, c.changed, c.removed, c.started_at, c.heartbeat_at, c.finished_at, c.next_at,
        CASE WHEN c.state = 'running' AND c.heartbeat_at < now() - interval '10 minutes' THEN 'silent' ELSE c.state END AS state,
        t.items, t.documents, t.problems, t.open
      FROM knowledge.connectors c CROSS JOIN LATERAL (
        SELECT count(*) AS items, count(i.document_id) FILTER (WHERE i.problem IS NULL OR i.passing) AS documents,
          count(i.problem) AS problems,
          count(*) FILTER (WHERE c.phase <> 'rest' AND i.seen_run = c.run AND i.done_run < c.run
            AND (i.listed IS NULL OR i.listed IS DISTINCT FROM i.revision)) AS open
        FROM knowledge.connector_items i WHERE i.connector_id = c.id) t
      WHERE c.state <> 'deleting'
      """;

  private static final String PROBLEMS =
      """
      SELECT id, external_id, name, problem, passing, checked_at FROM knowledge.connector_items
      WHERE connector_id = :id AND problem IS NOT NULL AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid))
      ORDER BY id LIMIT :limit
      """;

  private final JdbcClient jdbc;
  private final SealedSettings settings;

  ConnectorRows(JdbcClient jdbc, SealedSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  Connector get(UUID id) {
    return jdbc.sql(TOLD + " AND c.id = :id")
        .param("id", id)
        .query(this::connector)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  List<Connector> of(UUID collection) {
    return jdbc.sql(TOLD + " AND c.collection_id = :id ORDER BY c.id")
        .param("id", collection)
        .query(this::connector)
        .list();
  }

  List<Problem> problems(UUID id, @Nullable UUID after, int limit) {
    return jdbc.sql(PROBLEMS)
        .param("id", id)
        .param("after", after)
        .param("limit", limit)
        .query(
            (row, number) ->
                new Problem(
                    row.getObject("id", UUID.class),
                    row.getString("external_id"),
                    row.getString("name"),
                    reason(row.getString("problem")),
                    row.getBoolean("passing"),
                    instant(row, "checked_at")))
        .list();
  }

  private Connector connector(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String reason = row.getString("reason");
    State state = State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    return new Connector(
        id,
        row.getObject("collection_id", UUID.class),
        row.getObject("folder_id", UUID.class),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"),
        settings.open(id, row.getBytes("settings")),
        row.getInt("every_minutes"),
        state,
        state == State.SILENT ? reason("silent") : reason == null ? null : reason(reason),
        new Counts(
            row.getLong("items"),
            row.getLong("documents"),
            row.getLong("problems"),
            row.getLong("open"),
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("removed")),
        instant(row, "started_at"),
        instant(row, "heartbeat_at"),
        instant(row, "finished_at"),
        state == State.PAUSED ? null : instant(row, "next_at"));
  }

  private static Reason reason(String code) {
    return new Reason(code, Words.of("connector." + code));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
