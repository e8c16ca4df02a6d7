package app.madang.knowledge.internal;

import app.madang.knowledge.Location;
import app.madang.knowledge.PassageInContext;
import app.madang.knowledge.Passages;
import app.madang.runtime.Transactions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** One passage and its neighbours, in one statement. */
final class SqlPassages implements Passages {

  private static final String FIND =
      """
      SELECT p.public_id, p.document_id, d.name, d.collection_id, p.location, p.text,
        coalesce(b.text, '') AS before, coalesce(a.text, '') AS after
      FROM knowledge.passages p
      JOIN knowledge.documents d ON d.id = p.document_id
      LEFT JOIN knowledge.passages b ON b.document_id = p.document_id AND b.ordinal = p.ordinal - 1
      LEFT JOIN knowledge.passages a ON a.document_id = p.document_id AND a.ordinal = p.ordinal + 1
      WHERE p.public_id = :id AND d.status IN ('CHUNKED', 'READY')
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SqlPassages(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public Optional<PassageInContext> find(UUID passageId) {
    return transactions.read(
        () ->
            jdbc.sql(FIND)
                .param("id", passageId)
                .query(
                    (row, n) ->
                        new PassageInContext(
                            row.getObject("public_id", UUID.class),
                            row.getObject("document_id", UUID.class),
                            row.getString("name"),
                            row.getObject("collection_id", UUID.class),
                            json.readValue(row.getString("location"), Location.class),
                            row.getString("text"),
                            row.getString("before"),
                            row.getString("after")))
                .optional());
  }
}
