package app.madang.functions.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool in a list.
 *
 * @param role the caller's; null for a reviewer who has none
 * @param live what people use now; null when nothing
 * @param submission how it was handed in last; null before
 */
record ToolLine(
    UUID id,
    ToolStatus status,
    long version,
    Bilingual name,
    String icon,
    @Nullable Bilingual description,
    @Nullable ToolRole role,
    @Nullable Owner owner,
    @Nullable Live live,
    @Nullable Submission submission,
    Instant updatedAt) {

  /**
   * What people use.
   *
   * @param modelGone the model that it names and that nobody can choose any more; null when it can
   *     be
   */
  record Live(int number, Instant releasedAt, @Nullable String modelGone) {}

  record Submission(PersonRef by, Instant at, @Nullable String note) {}

  static ToolLine of(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    return new ToolLine(
        row.getObject("id", UUID.class),
        ToolStatus.valueOf(row.getString("status")),
        row.getLong("version"),
        Columns.name(row),
        row.getString("icon"),
        Columns.description(row),
        role == null ? null : ToolRole.valueOf(role),
        Owner.of(row),
        live(row),
        submission(row),
        Objects.requireNonNull(Columns.instant(row, "updated_at")));
  }

  private static @Nullable Live live(ResultSet row) throws SQLException {
    Instant at = Columns.instant(row, "live_at");
    return at == null ? null : new Live(row.getInt("live"), at, row.getString("live_gone"));
  }

  private static @Nullable Submission submission(ResultSet row) throws SQLException {
    PersonRef by = PersonRef.of(row, "submitted_by", "submitter");
    Instant at = Columns.instant(row, "submitted_at");
    return by == null || at == null ? null : new Submission(by, at, row.getString("note"));
  }
}
