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
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool with all that it is made of.
 *
 * @param revision counts the changes of what is made; its steps change the version alone
 * @param rollout with how many of a hundred people the next release begins
 * @param canary the release that only some use yet; null when there is none
 * @param rolledBack how the newest release went back; null when it did not
 * @param fault why it was approved and not released; null when it was
 * @param outdatedActions of its actions the names of those whose source says something else by now
 * @param outdatedInUse the same of what people use, which stays as it was released
 * @param decision what a reviewer said of the last submission; null before
 */
record ToolDetail(
    UUID id,
    ToolStatus status,
    long version,
    int revision,
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
    @Nullable ToolRole role,
    @Nullable Owner owner,
    ToolLine.@Nullable Live live,
    ToolLine.@Nullable Submission submission,
    @Nullable Decision decision,
    Instant createdAt,
    Instant updatedAt,
    int rollout,
    @Nullable Trial canary,
    @Nullable Back rolledBack,
    @Nullable String fault,
    List<ActionLine> actions,
    List<String> outdatedActions,
    List<String> outdatedInUse) {

  record Decision(PersonRef by, Instant at, boolean approved, @Nullable String comments) {}

  /**
   * A release that some use.
   *
   * @param modelGone the model that it names and that nobody can choose any more; null when it can
   *     be
   */
  record Trial(int number, int percent, Instant since, @Nullable String modelGone) {}

  /**
   * A release that went back.
   *
   * @param backTo what people use instead; null when nothing
   * @param by null: the platform by itself
   */
  record Back(
      int number, @Nullable Integer backTo, Instant at, @Nullable PersonRef by, Reason reason) {}

  static ToolDetail of(ResultSet row, int number) throws SQLException {
    ToolLine line = ToolLine.of(row, number);
    return new ToolDetail(
        line.id(),
        line.status(),
        line.version(),
        row.getInt("revision"),
        line.name(),
        line.icon(),
        line.description(),
        row.getString("instructions"),
        row.getString("model"),
        Columns.collections(row),
        Columns.starters(row),
        ToolCategory.of(row.getString("category")),
        Definitions.inputs(row.getString("inputs")),
        Definitions.output(row.getString("output")),
        Definitions.sampling(row.getString("sampling")),
        line.role(),
        line.owner(),
        line.live(),
        line.submission(),
        decision(row),
        Objects.requireNonNull(Columns.instant(row, "created_at")),
        line.updatedAt(),
        row.getInt("rollout"),
        canary(row),
        back(row),
        row.getString("fault"),
        ActionLine.of(row.getString("actions")),
        Columns.texts(row, "outdated"),
        Columns.texts(row, "used_outdated"));
  }

  private static @Nullable Trial canary(ResultSet row) throws SQLException {
    Instant since = Columns.instant(row, "canary_at");
    return since == null
        ? null
        : new Trial(
            row.getInt("canary"), row.getInt("percent"), since, row.getString("canary_gone"));
  }

  private static @Nullable Back back(ResultSet row) throws SQLException {
    Instant at = Columns.instant(row, "back_at");
    return at == null
        ? null
        : new Back(
            row.getInt("releases"),
            row.getObject("back_to", Integer.class),
            at,
            PersonRef.of(row, "back_by", "returner"),
            Reason.of(JsonMapper.shared().readTree(row.getString("back_reason"))));
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    PersonRef by = PersonRef.of(row, "decided_by", "decider");
    Instant at = Columns.instant(row, "decided_at");
    return by == null || at == null
        ? null
        : new Decision(by, at, row.getBoolean("approved"), row.getString("comments"));
  }
}
