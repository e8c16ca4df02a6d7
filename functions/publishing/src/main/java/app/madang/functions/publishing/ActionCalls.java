package app.madang.functions.publishing;

import app.madang.identity.Role;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tools wanted to call outside and what became of it, for administrators and auditors. */
final class ActionCalls {

  private static final UUID LATEST = new UUID(-1L, -1L);

  /** A tool is named where its reader may see it anyway. */
  private static final String PAGE =
      """
      SELECT c.id, c.at, c.person_id, u.name AS person, c.tool_id, c.name, c.host, c.confirmed, c.outcome, c.reason,
        CASE WHEN t.id IS NULL THEN l.name_ko ELSE t.name_ko END AS name_ko,
        CASE WHEN t.id IS NULL THEN l.name_en ELSE t.name_en END AS name_en
      FROM toolbox.action_calls c
        LEFT JOIN identity.users u ON u.id = c.person_id
        LEFT JOIN toolbox.tools t ON t.id = c.tool_id
        LEFT JOIN toolbox.listings l ON l.tool_id = c.tool_id
      WHERE c.id < :before ORDER BY c.id DESC LIMIT :limit
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  ActionCalls(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record ListCalls(@Nullable String cursor, @Nullable Integer limit) {}

  /**
   * The tool that called.
   *
   * @param name null for who may not see it
   */
  record CallingTool(UUID id, @Nullable Bilingual name) {}

  /**
   * One call; never what was said in it.
   *
   * @param by whose question it was for
   * @param confirmed whether that person allowed it
   */
  record Call(
      UUID id,
      Instant at,
      PersonRef by,
      CallingTool tool,
      String action,
      String host,
      boolean confirmed,
      String outcome,
      @Nullable String reason) {}

  Page<Call> list(ListCalls input) {
    Role.require(Role.ADMIN, Role.AUDITOR);
    int limit = Page.limit(input.limit());
    UUID before = Place.id(input.cursor(), LATEST);
    List<Call> found =
        transactions.read(
            () ->
                jdbc.sql(PAGE)
                    .param("before", before)
                    .param("limit", limit + 1)
                    .query(ActionCalls::call)
                    .list());
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  private static Call call(ResultSet row, int number) throws SQLException {
    return new Call(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(Columns.instant(row, "at")),
        Objects.requireNonNull(PersonRef.of(row, "person_id", "person")),
        new CallingTool(
            row.getObject("tool_id", UUID.class),
            Bilingual.of(row.getString("name_ko"), row.getString("name_en"))),
        row.getString("name"),
        row.getString("host"),
        row.getBoolean("confirmed"),
        row.getString("outcome"),
        row.getString("reason"));
  }
}
