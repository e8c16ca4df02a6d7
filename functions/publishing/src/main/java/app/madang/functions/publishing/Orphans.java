package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.identity.Role;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tools that nobody answers for: every owner is suspended, or a group without people. An
 * administrator gives them to somebody; of the tool they see no more than its name.
 */
final class Orphans {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String MAY_OWN =
      "SELECT EXISTS (SELECT FROM identity.users WHERE id = ? AND kind = 'person' AND suspended_at IS NULL)";

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Orphans(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record ListOrphans(@Nullable String cursor, @Nullable Integer limit) {}

  record HandOver(@NotNull UUID toolId, @NotNull UUID personId) {}

  /** By its name, and by who owned it. */
  record Orphan(UUID id, Bilingual name, String icon, boolean inUse, List<String> owners) {}

  Page<Orphan> list(ListOrphans input) {
    Role.require(Role.ADMIN);
    int limit = Page.limit(input.limit());
    UUID after = Place.id(input.cursor(), FIRST);
    List<Orphan> found =
        transactions.read(
            () ->
                jdbc.sql("SELECT * FROM toolbox.orphans(?, ?)")
                    .params(after, limit + 1)
                    .query(
                        (row, n) ->
                            new Orphan(
                                row.getObject("id", UUID.class),
                                Columns.name(row),
                                row.getString("icon"),
                                row.getBoolean("in_use"),
                                List.of((String[]) row.getArray("owners").getArray())))
                    .list());
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  /** For who is no administrator there is no such tool. */
  void handOver(HandOver input) {
    transactions.run(
        () -> {
          if (!jdbc.sql("SELECT toolbox.hand_over(?, ?)")
              .params(input.toolId(), input.personId())
              .query(Boolean.class)
              .single()) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
          }
          if (!jdbc.sql(MAY_OWN).param(input.personId()).query(Boolean.class).single()) {
            throw ProblemException.field("personId", Words.of("subject_unknown"));
          }
        });
  }
}
