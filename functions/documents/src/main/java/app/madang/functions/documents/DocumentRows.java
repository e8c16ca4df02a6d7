package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.functions.documents.Document.Failure;
import app.madang.functions.documents.Document.PersonRef;
import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads documents, a page or one, in one statement each; those being deleted are gone for all. */
final class DocumentRows {

  private static final String SELECT =
      """
      SELECT d.id, d.collection_id, d.name, d.size, d.content_type, d.status, d.failure, d.omissions,
        d.passage_count, d.embedded_count, d.created_by, coalesce(u.name, '') AS creator,
        d.created_at, d.updated_at
      FROM knowledge.documents d LEFT JOIN identity.users u ON u.id = d.created_by
      WHERE d.status <> 'DELETING'
      """;

  private static final String PAGE =
      SELECT
          + """
              AND d.collection_id = :collection AND d.name ILIKE :pattern
              AND (CAST(:before AS uuid) IS NULL OR d.id < CAST(:before AS uuid))
            ORDER BY d.id DESC LIMIT :limit
            """;

  private final JdbcClient jdbc;

  DocumentRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Document get(UUID id) {
    return jdbc.sql(SELECT + " AND d.id = :id")
        .param("id", id)
        .query(DocumentRows::document)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** Newest first: the ids are made in the order of time. */
  List<Document> page(UUID collection, @Nullable String words, @Nullable UUID before, int limit) {
    return jdbc.sql(PAGE)
        .param("collection", collection)
        .param("pattern", pattern(words))
        .param("before", before)
        .param("limit", limit)
        .query(DocumentRows::document)
        .list();
  }

  /** The person's own % and _ are letters. */
  private static String pattern(@Nullable String words) {
    String literal = words == null ? "" : words.strip().replaceAll("([\\\\%_])", "\\\\$1");
    return "%" + literal + "%";
  }

  private static Document document(ResultSet row, int number) throws SQLException {
    String failure = row.getString("failure");
    return new Document(
        row.getObject("id", UUID.class),
        row.getObject("collection_id", UUID.class),
        row.getString("name"),
        row.getLong("size"),
        row.getString("content_type"),
        DocumentStatus.valueOf(row.getString("status")),
        failure == null ? null : new Failure(failure, Words.of(FailureCode.of(failure))),
        Omissions.told(row.getString("omissions")),
        row.getInt("passage_count"),
        row.getInt("embedded_count"),
        new PersonRef(row.getObject("created_by", UUID.class), row.getString("creator")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
