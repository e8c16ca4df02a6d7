package app.madang.toolbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tools that the caller may use, or try while they are made; others do not exist. */
public final class ReleasedTools {

  private static final String LIVE =
      """
      SELECT r.tool_id, r.number, r.instructions, r.model, r.collection_ids, r.inputs, r.output, r.sampling, r.actions
        FROM toolbox.shelf s JOIN toolbox.releases r ON r.tool_id = s.tool_id AND r.number = toolbox.served(s)
       WHERE s.tool_id = ?
      """;

  private static final String DRAFT =
      "SELECT id AS tool_id, 0 AS number, instructions, model, collection_ids, inputs, output, sampling, actions"
          + " FROM toolbox.tools WHERE id = ?";

  private static final String LISTED =
      """
      SELECT s.tool_id, r.name_ko, r.name_en, r.description_ko, r.description_en, r.inputs, s.released_at
        FROM toolbox.shelf s JOIN toolbox.releases r ON r.tool_id = s.tool_id AND r.number = toolbox.served(s)
      """;

  private static final String AFTER = LISTED + " WHERE s.tool_id > ? ORDER BY s.tool_id LIMIT ?";

  private static final String LATEST =
      LISTED + " ORDER BY s.released_at DESC, s.tool_id DESC LIMIT ?";

  private static final String ONE = LISTED + " WHERE s.tool_id = ?";

  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;

  /** Reads as the caller of the transaction. */
  public ReleasedTools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A tool as the caller uses it now, a canary when they are among its people; in one statement,
   * inside the caller's transaction.
   */
  public Optional<ReleaseSnapshot> find(UUID toolId) {
    return one(LIVE, toolId);
  }

  /** A tool as it is being made, for who may edit it; its number is 0. */
  public Optional<ReleaseSnapshot> draft(UUID toolId) {
    return one(DRAFT, toolId);
  }

  /** A live tool's names; inside the caller's transaction. */
  public Optional<ListedTool> listed(UUID toolId) {
    return jdbc.sql(ONE).param(toolId).query(ReleasedTools::listed).optional();
  }

  /**
   * Live tools in the order of their ids, which releases do not change; inside the caller's
   * transaction.
   *
   * @param after the last one before; null for the first
   */
  public List<ListedTool> list(@Nullable UUID after, int limit) {
    return jdbc.sql(AFTER)
        .params(after == null ? FIRST : after, limit)
        .query(ReleasedTools::listed)
        .list();
  }

  /** Live tools, the latest released first; inside the caller's transaction. */
  public List<ListedTool> latest(int limit) {
    return jdbc.sql(LATEST).param(limit).query(ReleasedTools::listed).list();
  }

  private static ListedTool listed(ResultSet row, int number) throws SQLException {
    return new ListedTool(
        row.getObject("tool_id", UUID.class),
        row.getString("name_ko"),
        row.getString("name_en"),
        row.getString("description_ko"),
        row.getString("description_en"),
        Definitions.inputs(row.getString("inputs")),
        row.getObject("released_at", OffsetDateTime.class).toInstant());
  }

  private Optional<ReleaseSnapshot> one(String sql, UUID toolId) {
    return jdbc.sql(sql)
        .param(toolId)
        .query(
            (row, n) ->
                new ReleaseSnapshot(
                    row.getObject("tool_id", UUID.class),
                    row.getInt("number"),
                    row.getString("instructions"),
                    row.getString("model"),
                    List.of((UUID[]) row.getArray("collection_ids").getArray()),
                    Definitions.inputs(row.getString("inputs")),
                    Definitions.output(row.getString("output")),
                    Definitions.sampling(row.getString("sampling")),
                    ToolAction.read(row.getString("actions"))))
        .optional();
  }
}
