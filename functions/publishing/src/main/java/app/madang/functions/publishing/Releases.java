package app.madang.functions.publishing;

import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tool's releases, for those who see how it is made. */
final class Releases {

  private static final String PAGE =
      """
      SELECT r.*, r.number = t.live IS TRUE AS is_live, s.name AS submitter, a.name AS approver
      FROM toolbox.releases r JOIN toolbox.tools t ON t.id = r.tool_id
      LEFT JOIN identity.users s ON s.id = r.submitted_by
      LEFT JOIN identity.users a ON a.id = r.approved_by
      WHERE r.tool_id = :id AND r.number < :before ORDER BY r.number DESC LIMIT :limit
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  Releases(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  record ListReleases(@NotNull UUID toolId, @Nullable String cursor, @Nullable Integer limit) {}

  Page<ToolRelease> list(ListReleases input) {
    int limit = Page.limit(input.limit());
    int before = before(input.cursor());
    List<ToolRelease> found =
        transactions.read(
            () -> {
              rights.see(input.toolId());
              return jdbc.sql(PAGE)
                  .param("id", input.toolId())
                  .param("before", before)
                  .param("limit", limit + 1)
                  .query(ToolRelease::of)
                  .list();
            });
    return Page.of(found, limit, last -> Cursor.encode(last.number()));
  }

  private static int before(@Nullable String cursor) {
    if (cursor == null) {
      return Integer.MAX_VALUE;
    }
    try {
      return Integer.parseInt(Cursor.decode(cursor, 1).getFirst());
    } catch (NumberFormatException e) {
      throw ProblemException.field("cursor", Words.of("cursor"));
    }
  }
}
