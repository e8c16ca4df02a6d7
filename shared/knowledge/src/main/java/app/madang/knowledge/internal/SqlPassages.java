package app.madang.knowledge.internal;

import app.madang.knowledge.DocumentText;
import app.madang.knowledge.Location;
import app.madang.knowledge.PassageInContext;
import app.madang.knowledge.Passages;
import app.madang.knowledge.Standing;
import app.madang.knowledge.Stretch;
import app.madang.runtime.Cursor;
import app.madang.runtime.Transactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Passages as a reader sees them, each question in one statement. */
final class SqlPassages implements Passages {

  private static final String FIND =
      """
      SELECT p.public_id, p.document_id, d.name, d.collection_id, d.version, d.standing, p.location, p.text,
        coalesce(b.text, '') AS before, coalesce(a.text, '') AS after
      FROM knowledge.passages p
      JOIN knowledge.documents d ON d.id = p.document_id
      LEFT JOIN knowledge.passages b ON b.document_id = p.document_id AND b.ordinal = p.ordinal - 1
      LEFT JOIN knowledge.passages a ON a.document_id = p.document_id AND a.ordinal = p.ordinal + 1
      WHERE p.public_id = :id AND d.status IN ('CHUNKED', 'READY')
      """;

  /** The document's row is there without passages too: nothing is not the same as not there. */
  private static final String READ =
      """
      SELECT d.passage_count, s.first, p.public_id, p.location, p.text
      FROM knowledge.documents d
      CROSS JOIN LATERAL (SELECT coalesce((SELECT greatest(a.ordinal - :lead, 0) FROM knowledge.passages a
        WHERE a.public_id = CAST(:around AS uuid) AND a.document_id = d.id), :from) AS first) s
      LEFT JOIN knowledge.passages p ON p.document_id = d.id AND d.status IN ('CHUNKED', 'READY')
        AND p.ordinal >= s.first AND p.ordinal < s.first + :count
      WHERE d.id = :document AND d.status <> 'DELETING'
      ORDER BY p.ordinal
      """;

  private static final String READABLE =
      """
      SELECT p.public_id FROM knowledge.passages p JOIN knowledge.documents d ON d.id = p.document_id
      WHERE p.public_id = ANY (:ids) AND d.status IN ('CHUNKED', 'READY')
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
                            row.getInt("version"),
                            Standing.of(row.getString("standing")),
                            row.getString("text"),
                            row.getString("before"),
                            row.getString("after")))
                .optional());
  }

  @Override
  public Optional<DocumentText> read(UUID documentId, Stretch stretch) {
    List<Row> rows =
        transactions.read(
            () ->
                jdbc.sql(READ)
                    .param("document", documentId)
                    .param("around", stretch.around())
                    .param("lead", stretch.count() / 4)
                    .param("from", stretch.from())
                    .param("count", stretch.count())
                    .query(this::row)
                    .list());
    return rows.isEmpty() ? Optional.empty() : Optional.of(text(rows, stretch.count()));
  }

  /** A passage among its document's; none of it where the stretch is empty. */
  private record Row(int all, int first, DocumentText.@Nullable Piece piece) {}

  private Row row(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("public_id", UUID.class);
    return new Row(
        row.getInt("passage_count"),
        row.getInt("first"),
        id == null
            ? null
            : new DocumentText.Piece(
                id,
                json.readValue(row.getString("location"), Location.class),
                row.getString("text")));
  }

  private static DocumentText text(List<Row> rows, int count) {
    List<DocumentText.Piece> pieces =
        rows.stream().map(Row::piece).filter(Objects::nonNull).toList();
    int first = rows.getFirst().first();
    int next = first + count;
    int before = Math.min(first, count);
    boolean more = !pieces.isEmpty() && next < rows.getFirst().all();
    return new DocumentText(
        pieces,
        pieces.isEmpty() || first == 0 ? null : Cursor.encode(first - before, before),
        more ? Cursor.encode(next, count) : null);
  }

  @Override
  public Set<UUID> readable(Collection<UUID> passageIds) {
    return Set.copyOf(
        jdbc.sql(READABLE).param("ids", passageIds.toArray(UUID[]::new)).query(UUID.class).list());
  }
}
