package app.madang.functions.publishing;

import app.madang.functions.publishing.StoreLine.Rated;
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

/**
 * A live tool as who may use it sees it.
 *
 * @param collectionIds what it reads and the caller may read
 * @param readsMore whether it reads what the caller may not; how much is not told
 * @param mine how the caller rated it; null when they did not
 * @param used whether the caller ever asked it, and may rate it
 * @param moderates whether the caller may hide reviews
 * @param edits whether the caller makes it, too
 */
record StoreTool(
    UUID id,
    Bilingual name,
    String icon,
    @Nullable Bilingual description,
    List<Bilingual> starters,
    List<UUID> collectionIds,
    boolean readsMore,
    @Nullable String model,
    ToolCategory category,
    List<ToolInput> inputs,
    ToolOutput output,
    @Nullable Owner owner,
    int release,
    Instant releasedAt,
    boolean featured,
    boolean favourite,
    int people,
    Rated rating,
    @Nullable Mine mine,
    boolean used,
    boolean moderates,
    boolean edits) {

  /**
   * The caller's own rating.
   *
   * @param hidden why its words are shown to nobody else; null while they are
   */
  record Mine(int stars, @Nullable String review, @Nullable String hidden) {}

  static StoreTool of(ResultSet row, int number) throws SQLException {
    List<UUID> readable = List.of((UUID[]) row.getArray("readable").getArray());
    int mine = row.getInt("my_stars");
    return new StoreTool(
        row.getObject("tool_id", UUID.class),
        Columns.name(row),
        row.getString("icon"),
        Columns.description(row),
        Columns.starters(row),
        readable,
        readable.size() < Columns.collections(row).size(),
        row.getString("model"),
        ToolCategory.of(row.getString("category")),
        Definitions.inputs(row.getString("inputs")),
        Definitions.output(row.getString("output")),
        Owner.of(row),
        row.getInt("number"),
        Objects.requireNonNull(Columns.instant(row, "shelved_at")),
        row.getObject("featured_at") != null,
        row.getBoolean("favourite"),
        row.getInt("people"),
        Rated.of(row),
        mine == 0 ? null : new Mine(mine, row.getString("my_review"), row.getString("my_hidden")),
        row.getBoolean("used"),
        row.getBoolean("moderates"),
        row.getBoolean("edits"));
  }
}
