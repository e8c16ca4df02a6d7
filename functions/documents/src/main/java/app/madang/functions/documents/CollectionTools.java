package app.madang.functions.documents;

import app.madang.functions.documents.Collections.CollectionId;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which live tools read a collection: those that the caller may use, and for its owners how many
 * others there are. The row policies decide which rows and names are seen.
 */
final class CollectionTools {

  private static final int MOST = 100;

  private static final String READING =
      """
      SELECT r.tool_id, t.name_ko, t.name_en, t.icon, t.tool_id IS NULL AS hidden,
             count(*) OVER () AS readers, count(*) FILTER (WHERE t.tool_id IS NULL) OVER () AS others
        FROM toolbox.readings r LEFT JOIN toolbox.releases t ON t.tool_id = r.tool_id AND t.number = r.number
       WHERE r.collection_id = ?
       ORDER BY hidden, coalesce(t.name_ko, t.name_en), r.tool_id LIMIT ?
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  CollectionTools(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  /** A name in the languages that it has. */
  record Name(@Nullable String ko, @Nullable String en) {}

  /** A tool that the caller may use. */
  record Reader(UUID id, Name name, String icon) {}

  /**
   * Tools that read a collection.
   *
   * @param items by name, the first hundred
   * @param count all that the caller may know of
   * @param others how many of these only their own people see; 0 for who does not own the
   *     collection
   */
  record Readers(List<Reader> items, int count, int others) {}

  Readers of(CollectionId input) {
    return transactions.read(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.READER);
          List<Reader> items = new ArrayList<>();
          int[] counts = new int[2];
          jdbc.sql(READING)
              .params(input.collectionId(), MOST)
              .query(
                  row -> {
                    counts[0] = row.getInt("readers");
                    counts[1] = row.getInt("others");
                    if (!row.getBoolean("hidden")) {
                      items.add(reader(row));
                    }
                  });
          return new Readers(items, counts[0], counts[1]);
        });
  }

  private static Reader reader(ResultSet row) throws SQLException {
    return new Reader(
        row.getObject("tool_id", UUID.class),
        new Name(row.getString("name_ko"), row.getString("name_en")),
        row.getString("icon"));
  }
}
