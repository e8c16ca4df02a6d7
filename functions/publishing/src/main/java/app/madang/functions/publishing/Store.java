package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.SearchTerms;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live tools that the caller may use: the shelf's policy shows no others. */
final class Store {

  private static final String SHELF =
      "WITH page AS MATERIALIZED (SELECT tool_id, toolbox.served(shelf) AS number, acl_id, released_at FROM toolbox.shelf WHERE ";

  private static final String TOLD =
      "SELECT r.*, p.released_at AS shelved_at, "
          + Owner.COLUMNS
          + " FROM page p JOIN toolbox.releases r ON r.tool_id = p.tool_id AND r.number = p.number "
          + Owner.JOIN;

  private static final String CUT =
      " (released_at, tool_id) < (:at, :id) ORDER BY released_at DESC, tool_id DESC LIMIT :limit) ";

  private static final String LATEST_FIRST = " ORDER BY p.released_at DESC, p.tool_id DESC";

  private static final String LATEST = SHELF + CUT + TOLD + LATEST_FIRST;

  private static final String FOUND =
      SHELF
          + """
            tool_id IN (SELECT tool_id FROM toolbox.postings WHERE term_id = ANY (CAST(:terms AS bigint[]))
                         GROUP BY tool_id HAVING count(*) = :count) AND
            """
          + CUT
          + TOLD
          + LATEST_FIRST;

  private static final String ONE = SHELF + "tool_id = :id) " + TOLD;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Store(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record ListStoreTools(
      @Nullable @Size(max = 200) String query, @Nullable String cursor, @Nullable Integer limit) {}

  Page<StoreTool> list(ListStoreTools input) {
    int limit = Page.limit(input.limit());
    Place before = Place.fromLatest(input.cursor());
    String query = input.query();
    List<StoreTool> found =
        query == null || query.isBlank()
            ? transactions.read(() -> page(jdbc.sql(LATEST), before, limit + 1))
            : holding(SearchTerms.ofQuery(query), before, limit + 1);
    return Page.of(found, limit, last -> Place.cursor(last.releasedAt(), last.id()));
  }

  StoreTool get(ToolId input) {
    return transactions
        .read(() -> jdbc.sql(ONE).param("id", input.toolId()).query(StoreTool::of).optional())
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  private List<StoreTool> holding(Long[] terms, Place before, int limit) {
    if (terms.length == 0) {
      return List.of();
    }
    return transactions.read(
        () ->
            page(
                jdbc.sql(FOUND).param("terms", terms).param("count", terms.length), before, limit));
  }

  private static List<StoreTool> page(JdbcClient.StatementSpec statement, Place before, int limit) {
    return statement
        .param("at", before.at())
        .param("id", before.id())
        .param("limit", limit)
        .query(StoreTool::of)
        .list();
  }
}
