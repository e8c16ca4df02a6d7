package app.madang.functions.publishing;

import app.madang.toolbox.Definitions;
import app.madang.toolbox.ToolCategory;
import app.madang.toolbox.ToolInput;
import app.madang.toolbox.ToolOutput;
import app.madang.toolbox.ToolSampling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a tool was at a release. */
record ToolRelease(
    int number,
    boolean live,
    Bilingual name,
    String icon,
    @Nullable Bilingual description,
    String instructions,
    @Nullable String model,
    List<UUID> collectionIds,
    List<Bilingual> starters,
    ToolCategory category,
    List<ToolInput> inputs,
    ToolOutput output,
    ToolSampling sampling,
    PersonRef submittedBy,
    PersonRef approvedBy,
    Instant releasedAt,
    List<ActionLine> actions) {

  static ToolRelease of(ResultSet row, int number) throws SQLException {
    return new ToolRelease(
        row.getInt("number"),
        row.getBoolean("is_live"),
        Columns.name(row),
        row.getString("icon"),
        Columns.description(row),
        row.getString("instructions"),
        row.getString("model"),
        Columns.collections(row),
        Columns.starters(row),
        ToolCategory.of(row.getString("category")),
        Definitions.inputs(row.getString("inputs")),
        Definitions.output(row.getString("output")),
        Definitions.sampling(row.getString("sampling")),
        Objects.requireNonNull(PersonRef.of(row, "submitted_by", "submitter")),
        Objects.requireNonNull(PersonRef.of(row, "approved_by", "approver")),
        Objects.requireNonNull(Columns.instant(row, "released_at")),
        ActionLine.of(row.getString("actions")));
  }
}
