package app.madang.functions.publishing;

import app.madang.contracts.ProblemCode;
import app.madang.functions.publishing.StoreOrder.After;
import app.madang.functions.publishing.ToolDesk.ToolId;
import app.madang.identity.Role;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.SearchTerms;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The live tools that the caller may use: the listings' policy shows no others. */
final class Store {

  private static final String ME = "(SELECT identity.current_user_id())";

  private static final String FAVOURITE =
      "EXISTS (SELECT FROM toolbox.favourites f WHERE f.tool_id = p.tool_id AND f.person_id = "
          + ME
          + ") AS favourite, ";

  private static final String HOLDING =
      """
       AND l.tool_id IN (SELECT toolbox.holding(CAST(:terms AS bigint[])))
      """;

  // the page is cut before anybody is named
  private static final String LIST =
      "WITH page AS MATERIALIZED (%s) SELECT p.*, "
          + FAVOURITE
          + Owner.LISTED
          + " FROM page p ORDER BY p.key DESC, p.tool_id DESC";

  private static final String ONE =
      "WITH page AS MATERIALIZED (SELECT l.tool_id, toolbox.served(s) AS number, l.acl_id, l.released_at, l.featured_at, l.people, l.ratings, l.stars, l.owner_kind, l.owner_id"
          + " FROM toolbox.listings l JOIN toolbox.shelf s ON s.tool_id = l.tool_id WHERE l.tool_id = :id)"
          + " SELECT r.*, p.released_at AS shelved_at, p.featured_at, p.people, p.ratings, p.stars, "
          + FAVOURITE
          + """
            EXISTS (SELECT FROM toolbox.used u WHERE u.tool_id = p.tool_id AND u.person_id = (SELECT identity.current_user_id())) AS used,
            ARRAY(SELECT c.id FROM knowledge.collections c WHERE c.id = ANY (r.collection_ids) AND c.deleted_at IS NULL) AS readable,
            p.acl_id = ANY ((SELECT identity.owned_acls())::bigint[]) OR (SELECT identity.has_role('admin')) AS moderates,
            p.acl_id = ANY ((SELECT identity.editable_acls())::bigint[]) AS edits,
            m.stars AS my_stars, m.review AS my_review, m.hidden_why AS my_hidden,
            """
          + Owner.LISTED
          + " FROM page p JOIN toolbox.releases r ON r.tool_id = p.tool_id AND r.number = p.number"
          + " LEFT JOIN toolbox.ratings m ON m.tool_id = p.tool_id AND m.person_id = "
          + ME;

  private static final String MARK =
      """
      INSERT INTO toolbox.favourites (tool_id) SELECT tool_id FROM toolbox.listings WHERE tool_id = ?
      ON CONFLICT (person_id, tool_id) DO NOTHING
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;

  Store(Transactions transactions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.jdbc = jdbc;
  }

  record ListStoreTools(
      @Nullable @Size(max = 200) String query,
      @Nullable StoreOrder order,
      @Nullable @Size(max = 20) String category,
      @Nullable String cursor,
      @Nullable Integer limit) {}

  Page<StoreLine> list(ListStoreTools input) {
    int limit = Page.limit(input.limit());
    StoreOrder order = input.order() == null ? StoreOrder.LATEST : input.order();
    After after = order.after(input.cursor());
    String query = input.query();
    // nothing asked, or something without a word in it
    Long[] terms = query == null || query.isBlank() ? null : SearchTerms.ofQuery(query);
    List<StoreLine.Sorted> found =
        terms != null && terms.length == 0
            ? List.of()
            : transactions.read(() -> page(order, input.category(), terms, after, limit + 1));
    Page<StoreLine.Sorted> page =
        Page.of(found, limit, last -> Cursor.encode(last.key(), last.line().id()));
    return new Page<>(
        page.items().stream().map(StoreLine.Sorted::line).toList(), page.nextCursor());
  }

  StoreTool get(ToolId input) {
    return transactions
        .read(() -> jdbc.sql(ONE).param("id", input.toolId()).query(StoreTool::of).optional())
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  void addFavourite(ToolId input) {
    transactions.run(
        () -> {
          expectListed(input);
          jdbc.sql(MARK).param(input.toolId()).update();
        });
  }

  void removeFavourite(ToolId input) {
    transactions.run(
        () -> {
          expectListed(input);
          jdbc.sql("DELETE FROM toolbox.favourites WHERE tool_id = ?")
              .param(input.toolId())
              .update();
        });
  }

  void feature(ToolId input, boolean on) {
    transactions.run(
        () -> {
          expectListed(input);
          Role.require(Role.ADMIN);
          jdbc.sql("SELECT toolbox.feature(?, ?)")
              .params(input.toolId(), on)
              .query(Boolean.class)
              .single();
        });
  }

  private void expectListed(ToolId input) {
    boolean listed =
        jdbc.sql("SELECT EXISTS (SELECT FROM toolbox.shelf WHERE tool_id = ?)")
            .param(input.toolId())
            .query(Boolean.class)
            .single();
    if (!listed) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  private List<StoreLine.Sorted> page(
      StoreOrder order,
      @Nullable String category,
      Long @Nullable [] terms,
      After after,
      int limit) {
    String filters =
        (category == null ? "" : " AND l.category = :category") + (terms == null ? "" : HOLDING);
    return jdbc.sql(LIST.formatted(order.page(filters)))
        .param("category", category)
        .param("terms", terms)
        .param("key", after.key())
        .param("id", after.id())
        .param("limit", limit)
        .query(StoreLine.Sorted::of)
        .list();
  }
}
