package app.madang.functions.publishing;

import app.madang.toolbox.Definitions;
import app.madang.toolbox.ToolCategory;
import app.madang.toolbox.ToolInput;
import app.madang.toolbox.ToolOutput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A live tool as who may use it sees it. */
record StoreTool(
    UUID id,
    Bilingual name,
    String icon,
    @Nullable Bilingual description,
    List<Bilingual> starters,
    List<UUID> collectionIds,
    @Nullable String model,
    ToolCategory category,
    List<ToolInput> inputs,
    ToolOutput output,
    @Nullable Owner owner,
    int release,
    Instant releasedAt) {

  static StoreTool of(ResultSet row, int number) throws SQLException {
    return new StoreTool(
        row.getObject("tool_id", UUID.class),
        Columns.name(row),
        row.getString("icon"),
        Columns.description(row),
        Columns.starters(row),
        Columns.collections(row),
        row.getString("model"),
        ToolCategory.of(row.getString("category")),
        Definitions.inputs(row.getString("inputs")),
        Definitions.output(row.getString("output")),
        Owner.of(row),
        row.getInt("number"),
        Objects.requireNonNull(Columns.instant(row, "shelved_at")));
  }
}
