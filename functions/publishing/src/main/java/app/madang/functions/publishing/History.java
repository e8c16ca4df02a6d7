package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What happened to a tool and who did it, for those who see how it is made. */
final class History {

  private static final UUID LATEST = new UUID(-1L, -1L);

  private static final String PAGE =
      """
      SELECT h.id, h.at, h.actor_id, u.name AS actor, h.act, h.revision, h.number, h.back_to, h.percent, h.words, h.reason,
        h.definition IS NOT NULL AS made
      FROM toolbox.history h LEFT JOIN identity.users u ON u.id = h.actor_id
      WHERE h.tool_id = :tool AND h.id < :before ORDER BY h.id DESC LIMIT :limit
      """;

  private static final String REVISION =
      """
      SELECT revision, definition FROM toolbox.history
      WHERE tool_id = :tool AND definition IS NOT NULL AND revision <= :revision ORDER BY revision DESC LIMIT 2
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final JsonMapper json;

  History(Transactions transactions, JdbcClient jdbc, Rights rights, JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.json = json;
  }

  record ListHistory(@NotNull UUID toolId, @Nullable String cursor, @Nullable Integer limit) {}

  record GetRevision(@NotNull UUID toolId, @NotNull @Min(1) Integer revision) {}

  /**
   * One thing that happened.
   *
   * @param by null: the platform by itself
   * @param made whether the definition of this revision was kept with it
   */
  record Entry(
      UUID id,
      Instant at,
      @Nullable PersonRef by,
      String act,
      int revision,
      boolean made,
      @Nullable Integer number,
      @Nullable Integer backTo,
      @Nullable Integer percent,
      @Nullable String words,
      @Nullable Reason reason) {}

  /**
   * What a revision was made of, and what the one before.
   *
   * @param before null for the first
   */
  record Revision(int revision, Definition definition, @Nullable Definition before) {}

  private record Kept(int revision, Definition definition) {}

  Page<Entry> list(ListHistory input) {
    int limit = Page.limit(input.limit());
    UUID before = Place.id(input.cursor(), LATEST);
    List<Entry> found =
        transactions.read(
            () -> {
              rights.see(input.toolId());
              return jdbc.sql(PAGE)
                  .param("tool", input.toolId())
                  .param("before", before)
                  .param("limit", limit + 1)
                  .query(this::entry)
                  .list();
            });
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  Revision revision(GetRevision input) {
    List<Kept> kept =
        transactions.read(
            () -> {
              rights.see(input.toolId());
              return jdbc.sql(REVISION)
                  .param("tool", input.toolId())
                  .param("revision", input.revision())
                  .query(
                      (row, n) ->
                          new Kept(
                              row.getInt("revision"),
                              Definition.of(json.readTree(row.getString("definition")))))
                  .list();
            });
    if (kept.isEmpty()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    return new Revision(
        kept.getFirst().revision(),
        kept.getFirst().definition(),
        kept.size() == 1 ? null : kept.get(1).definition());
  }

  private Entry entry(ResultSet row, int number) throws SQLException {
    String reason = row.getString("reason");
    return new Entry(
        row.getObject("id", UUID.class),
        Objects.requireNonNull(Columns.instant(row, "at")),
        PersonRef.of(row, "actor_id", "actor"),
        row.getString("act"),
        row.getInt("revision"),
        row.getBoolean("made"),
        row.getObject("number", Integer.class),
        row.getObject("back_to", Integer.class),
        row.getObject("percent", Integer.class),
        row.getString("words"),
        reason == null ? null : Reason.of(json.readTree(reason)));
  }
}
