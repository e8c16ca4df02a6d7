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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what of the actions that tools may call, for administrators and auditors. */
final class ActionChanges {

  private static final UUID LATEST = new UUID(-1L, -1L);

  private static final String PAGE =
      """
      SELECT c.id, c.at, c.actor_id, u.name AS actor, c.change, c.source, c.detail
      FROM toolbox.action_changes c LEFT JOIN identity.users u ON u.id = c.actor_id
      WHERE c.id < :before ORDER BY c.id DESC LIMIT :limit
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  ActionChanges(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record ListChanges(@Nullable String cursor, @Nullable Integer limit) {}

  /**
   * One change; never with a secret.
   *
   * @param source what it was called then; null of the list of hosts
   */
  record Change(
      UUID id, Instant at, PersonRef by, String change, @Nullable String source, JsonNode detail) {}

  Page<Change> list(ListChanges input) {
    Role.require(Role.ADMIN, Role.AUDITOR);
    int limit = Page.limit(input.limit());
    UUID before = Place.id(input.cursor(), LATEST);
    List<Change> found =
        transactions.read(
            () ->
                jdbc.sql(PAGE)
                    .param("before", before)
                    .param("limit", limit + 1)
                    .query(ActionChanges::change)
                    .list());
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  private static Change change(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(Columns.instant(row, "at")),
        Objects.requireNonNull(PersonRef.of(row, "actor_id", "actor")),
        row.getString("change"),
        row.getString("source"),
        JsonMapper.shared().readTree(row.getString("detail")));
  }
}
