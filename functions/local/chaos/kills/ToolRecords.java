import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** What the database holds of tools, read by publishing's own account; one question at a time. */
final class ToolRecords implements AutoCloseable {

  private static final String FOUND =
      """
      SELECT t.status, t.fault, t.releases, t.live,
        (SELECT count(*) FROM toolbox.releases r WHERE r.tool_id = t.id AND r.number BETWEEN 1 AND t.releases) AS made,
        (SELECT count(*) FROM toolbox.releases r WHERE r.tool_id = t.id) AS all_made,
        (SELECT count(*) FROM toolbox.shelf s WHERE s.tool_id = t.id) AS shelved,
        (SELECT count(*) FROM toolbox.shelf s WHERE s.tool_id = t.id AND s.number = t.releases) AS newest_shelved,
        (SELECT count(*) FROM toolbox.history h WHERE h.tool_id = t.id AND h.act = 'APPROVED') AS approved,
        (SELECT count(*) FROM toolbox.history h WHERE h.tool_id = t.id AND h.act = 'RELEASED') AS released,
        (SELECT count(DISTINCT h.number) FROM toolbox.history h WHERE h.tool_id = t.id AND h.act = 'RELEASED') AS numbers,
        (SELECT count(*) FROM toolbox.history h WHERE h.tool_id = t.id AND h.act = 'NOT_RELEASED' AND h.reason IS NOT NULL) AS refused
      FROM toolbox.tools t WHERE t.id = ?
      """;

  private final Connection database;

  ToolRecords(KilledStack stack) throws Exception {
    this.database = stack.database("publishing");
  }

  /** A tool with its releases, its entry and its history, as one row. */
  Map<String, Object> found(UUID tool) throws SQLException {
    return row(FOUND, tool);
  }

  String state(UUID tool) throws SQLException {
    return String.valueOf(row("SELECT status FROM toolbox.tools WHERE id = ?", tool).get("status"));
  }

  long version(UUID tool) {
    try {
      return number(row("SELECT version FROM toolbox.tools WHERE id = ?", tool), "version");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean waits(UUID tool) throws SQLException {
    String statement = "SELECT count(*) AS events FROM runtime.outbox WHERE payload ->> 'toolId' = CAST(? AS text)";
    return number(row(statement, tool), "events") == 1;
  }

  synchronized long waitingEvents() throws SQLException {
    return count("SELECT count(*) FROM runtime.outbox WHERE topic LIKE 'tool.%'");
  }

  synchronized long waitingForLocks() throws SQLException {
    return count(
        "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user AND wait_event_type = 'Lock'"
            + " AND pid <> pg_backend_pid()");
  }

  private long count(String statement) throws SQLException {
    try (Statement query = database.createStatement();
        ResultSet row = query.executeQuery(statement)) {
      row.next();
      return row.getLong(1);
    }
  }

  private synchronized Map<String, Object> row(String statement, UUID tool) throws SQLException {
    try (PreparedStatement query = database.prepareStatement(statement)) {
      query.setObject(1, tool);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        Map<String, Object> found = new LinkedHashMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          found.put(row.getMetaData().getColumnLabel(i), row.getObject(i));
        }
        return found;
      }
    }
  }

  static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
