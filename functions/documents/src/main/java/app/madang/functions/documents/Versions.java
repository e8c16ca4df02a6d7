package app.madang.functions.documents;

import app.madang.functions.documents.DocumentList.DocumentId;
import app.madang.functions.documents.Uploads.UploadSession;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A document's versions. Each is a row of its own with its own passages, so that a citation keeps
 * opening what it cites; the database sees to it that one of them is current.
 */
final class Versions {

  private static final String SERIES =
      "SELECT coalesce(series_id, id) FROM knowledge.documents WHERE id = :id";

  /** Two who replace the same document at once get two versions, in some order. */
  private static final String OPEN =
      """
      UPDATE knowledge.documents SET series_id = id WHERE id = :series AND series_id IS NULL
      """;

  /**
   * A move of the document waits for this row, or this for the move: the new version goes along.
   */
  private static final String HOLD =
      """
      SELECT id FROM knowledge.documents
      WHERE (id = :series OR series_id = :series) AND standing = 'current' FOR NO KEY UPDATE
      """;

  /** What has expired is replaced because it is to be found again. */
  private static final String INSERT =
      """
      INSERT INTO knowledge.documents (collection_id, acl_id, folder_id, tags, metadata, expires_at,
        series_id, version, standing, name, size, content_type, created_by)
      SELECT d.collection_id, d.acl_id, d.folder_id, d.tags, d.metadata,
        CASE WHEN d.expires_at > now() THEN d.expires_at END, :series,
        (SELECT max(version) + 1 FROM knowledge.documents WHERE series_id = :series),
        'coming', :name, :size, :type, :person
      FROM knowledge.documents d WHERE d.id = :id
      RETURNING id
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final DocumentRows rows;
  private final Uploads uploads;

  Versions(
      Transactions transactions,
      JdbcClient jdbc,
      Rights rights,
      DocumentRows rows,
      Uploads uploads) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.rows = rows;
    this.uploads = uploads;
  }

  record StartVersion(
      @NotNull UUID documentId,
      @NotBlank @Size(max = 255) String name,
      @NotNull @PositiveOrZero Long size,
      @Nullable @Size(max = 200) String contentType,
      @Nullable String idempotencyKey) {}

  record VersionList(List<Document> items) {}

  VersionList list(DocumentId input) {
    return transactions.read(
        () -> {
          rows.get(input.documentId());
          return new VersionList(rows.versions(input.documentId()));
        });
  }

  UploadSession start(StartVersion input) {
    String name = Names.checked("name", input.name());
    String type = Uploads.mediaType(input.contentType());
    Document document =
        transactions.call(
            () -> {
              rights.document(input.documentId(), CollectionRole.EDITOR);
              uploads.demandRoom(input.size());
              UUID series = series(input.documentId());
              UUID id =
                  jdbc.sql(INSERT)
                      .param("id", input.documentId())
                      .param("series", series)
                      .param("name", name)
                      .param("size", input.size())
                      .param("type", type)
                      .param("person", Caller.current().id())
                      .query(UUID.class)
                      .single();
              return rows.get(id);
            });
    return uploads.session(document);
  }

  private UUID series(UUID document) {
    UUID series = jdbc.sql(SERIES).param("id", document).query(UUID.class).single();
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:series, 5))::text")
        .param("series", series.toString())
        .query(String.class)
        .single();
    jdbc.sql(HOLD).param("series", series).query(UUID.class).list();
    jdbc.sql(OPEN).param("series", series).update();
    return series;
  }
}
