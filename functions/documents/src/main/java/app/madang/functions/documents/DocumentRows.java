package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.functions.documents.Document.Failure;
import app.madang.functions.documents.Document.PersonRef;
import app.madang.functions.documents.Document.Replacement;
import app.madang.functions.documents.DocumentList.ListDocuments;
import app.madang.knowledge.DocumentStatus;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.MeaningFailure;
import app.madang.knowledge.Standing;
import app.madang.runtime.ProblemException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads documents, a page or one, in one statement each; those being deleted are gone for all. */
final class DocumentRows {

  private static final String SELECT =
      """
      SELECT d.id, d.collection_id, d.name, d.size, d.content_type, d.status, d.failure, d.meaning_failure, d.omissions,
        d.passage_count, d.embedded_count, d.created_by, coalesce(u.name, '') AS creator,
        d.created_at, d.updated_at, d.folder_id, d.tags, d.metadata, d.expires_at, d.version, d.standing,
        r.id AS replacement, r.version AS next, r.status AS coming
      FROM knowledge.documents d LEFT JOIN identity.users u ON u.id = d.created_by
      LEFT JOIN LATERAL (
        SELECT n.id, n.version, n.status FROM knowledge.documents n
        WHERE n.series_id = d.series_id AND n.version > d.version AND n.standing = 'coming'
          AND n.status <> 'DELETING' AND d.standing = 'current'
        ORDER BY n.version DESC LIMIT 1) r ON true
      WHERE d.status <> 'DELETING'
      """;

  private static final String PAGE =
      SELECT
          + """
              AND d.collection_id = :collection AND d.name ILIKE :pattern AND d.standing = 'current'
              AND (CAST(:folder AS text) IS NULL OR coalesce(d.folder_id::text, 'top') = CAST(:folder AS text))
              AND (CAST(:tag AS text) IS NULL OR CAST(:tag AS text) = ANY (d.tags))
              AND (CAST(:before AS uuid) IS NULL OR d.id < CAST(:before AS uuid))
            ORDER BY d.id DESC LIMIT :limit
            """;

  private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  DocumentRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Document get(UUID id) {
    return jdbc.sql(SELECT + " AND d.id = :id")
        .param("id", id)
        .query(this::document)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** Newest first: the ids are made in the order of time. */
  List<Document> page(ListDocuments asked, @Nullable UUID before, int limit) {
    return jdbc.sql(PAGE)
        .param("collection", asked.collectionId())
        .param("pattern", pattern(asked.query()))
        .param("folder", asked.folder())
        .param("tag", asked.tag())
        .param("before", before)
        .param("limit", limit)
        .query(this::document)
        .list();
  }

  /** The person's own % and _ are letters. */
  private static String pattern(@Nullable String words) {
    String literal = words == null ? "" : words.strip().replaceAll("([\\\\%_])", "\\\\$1");
    return "%" + literal + "%";
  }

  /** In the order in which they were announced. */
  List<Document> batch(UUID batch, @Nullable UUID after, int limit) {
    return jdbc.sql(
            SELECT
                + """
                  AND d.batch_id = :batch AND (CAST(:after AS uuid) IS NULL OR d.id > CAST(:after AS uuid))
                ORDER BY d.id LIMIT :limit
                """)
        .param("batch", batch)
        .param("after", after)
        .param("limit", limit)
        .query(this::document)
        .list();
  }

  List<Document> all(List<UUID> ids) {
    return jdbc.sql(SELECT + " AND d.id = ANY (:ids) ORDER BY d.id")
        .param("ids", ids.toArray(UUID[]::new))
        .query(this::document)
        .list();
  }

  /** Newest first. */
  List<Document> versions(UUID id) {
    return jdbc.sql(
            SELECT
                + """
                  AND (d.id = :id OR d.series_id = (
                    SELECT series_id FROM knowledge.documents WHERE id = :id))
                ORDER BY d.version DESC LIMIT 1000
                """)
        .param("id", id)
        .query(this::document)
        .list();
  }

  private Document document(ResultSet row, int number) throws SQLException {
    String failure = row.getString("failure");
    return new Document(
        row.getObject("id", UUID.class),
        row.getObject("collection_id", UUID.class),
        row.getString("name"),
        row.getLong("size"),
        row.getString("content_type"),
        DocumentStatus.valueOf(row.getString("status")),
        failure == null ? null : new Failure(failure, Words.of(FailureCode.of(failure))),
        meaningFailure(row.getString("meaning_failure")),
        Omissions.told(row.getString("omissions")),
        row.getInt("passage_count"),
        row.getInt("embedded_count"),
        new PersonRef(row.getObject("created_by", UUID.class), row.getString("creator")),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getObject("folder_id", UUID.class),
        List.of((String[]) row.getArray("tags").getArray()),
        json.readValue(row.getString("metadata"), METADATA),
        row.getTimestamp("expires_at") == null ? null : row.getTimestamp("expires_at").toInstant(),
        row.getInt("version"),
        Standing.of(row.getString("standing")),
        replacement(row));
  }

  private static @Nullable Failure meaningFailure(@Nullable String code) {
    return code == null ? null : new Failure(code, Words.of(MeaningFailure.of(code)));
  }

  private static @Nullable Replacement replacement(ResultSet row) throws SQLException {
    UUID id = row.getObject("replacement", UUID.class);
    return id == null
        ? null
        : new Replacement(id, row.getInt("next"), DocumentStatus.valueOf(row.getString("coming")));
  }
}
