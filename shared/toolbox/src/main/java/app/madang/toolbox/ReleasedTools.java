package app.madang.toolbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tools that the caller may use, or try while they are made; others do not exist. */
public final class ReleasedTools {

  private static final String LIVE =
      """
      SELECT r.tool_id, r.number, r.instructions, r.model, r.collection_ids, r.actions
        FROM toolbox.shelf s JOIN toolbox.releases r ON r.tool_id = s.tool_id AND r.number = s.number
       WHERE s.tool_id = ?
      """;

  private static final String DRAFT =
      "SELECT id AS tool_id, 0 AS number, instructions, model, collection_ids, actions FROM toolbox.tools WHERE id = ?";

  private final JdbcClient jdbc;

  /** Reads as the caller of the transaction. */
  public ReleasedTools(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A tool as people use it now, in one statement; inside the caller's transaction. */
  public Optional<ReleaseSnapshot> find(UUID toolId) {
    return one(LIVE, toolId);
  }

  /** A tool as it is being made, for who may edit it; its number is 0. */
  public Optional<ReleaseSnapshot> draft(UUID toolId) {
    return one(DRAFT, toolId);
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
                    ToolAction.read(row.getString("actions"))))
        .optional();
  }
}
