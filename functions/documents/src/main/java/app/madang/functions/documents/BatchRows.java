package app.madang.functions.documents;

import app.madang.functions.documents.BulkUploads.Announced;
import app.madang.functions.documents.BulkUploads.NewFile;
import app.madang.functions.documents.BulkUploads.Same;
import app.madang.functions.documents.BulkUploads.StartUploads;
import app.madang.knowledge.FailureCode;
import app.madang.runtime.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many uploads at once, a statement each whatever their number. */
final class BatchRows {

  /** What was only announced keeps nobody out: its bytes may never come. */
  private static final String KNOWN =
      """
      SELECT DISTINCT ON (sha256) encode(sha256, 'hex') AS sha256, id, name, folder_id
      FROM knowledge.documents
      WHERE collection_id = :collection AND sha256 IN (SELECT decode(h, 'hex') FROM unnest(:hashes) AS t (h))
        AND status NOT IN ('DELETING', 'FAILED', 'UPLOADING') AND standing = 'current'
      ORDER BY sha256, id
      """;

  private static final String INSERT =
      """
      INSERT INTO knowledge.documents (id, collection_id, acl_id, folder_id, name, size, content_type,
        sha256, batch_id, upload_until, created_by)
      SELECT f.id, :collection, :acl, CAST(:folder AS uuid), f.name, f.size, f.type, decode(f.sha256, 'hex'),
        :batch, now() + interval '24 hours', :person
      FROM unnest(CAST(:ids AS uuid[]), CAST(:names AS text[]), CAST(:sizes AS bigint[]),
        CAST(:types AS text[]), CAST(:hashes AS text[])) AS f (id, name, size, type, sha256)
      """;

  /** What waited in vain waits anew. */
  private static final String WAITING =
      """
      UPDATE knowledge.documents SET status = 'UPLOADING', failure = NULL,
        upload_until = now() + interval '24 hours', updated_at = now(), emitted_at = now()
      WHERE batch_id = :batch AND id = ANY (:ids)
        AND (status = 'UPLOADING' OR status = 'FAILED' AND failure = :expired)
      RETURNING id
      """;

  private final JdbcClient jdbc;
  private final DocumentRows rows;

  BatchRows(JdbcClient jdbc, DocumentRows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** Documents of the collection that have the same bytes, by hash. */
  Map<String, Same> known(UUID collection, List<NewFile> files) {
    String[] hashes =
        files.stream().map(NewFile::sha256).filter(Objects::nonNull).toArray(String[]::new);
    Map<String, Same> known = new HashMap<>();
    if (hashes.length > 0) {
      jdbc.sql(KNOWN)
          .param("collection", collection)
          .param("hashes", hashes)
          .query(
              row -> {
                known.put(
                    row.getString("sha256"),
                    new Same(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("folder_id", UUID.class)));
              });
    }
    return known;
  }

  /** Ids in the order of time, made by the database as all others. */
  UUID[] ids(int count) {
    return jdbc.sql("SELECT uuidv7() FROM generate_series(1, :count)")
        .param("count", count)
        .query(UUID.class)
        .list()
        .toArray(UUID[]::new);
  }

  void insert(StartUploads input, long acl, UUID batch, Announced[] told) {
    int[] made =
        IntStream.range(0, told.length).filter(i -> told[i].documentId() != null).toArray();
    List<NewFile> files = IntStream.of(made).mapToObj(input.files()::get).toList();
    jdbc.sql(INSERT)
        .param("collection", input.collectionId())
        .param("acl", acl)
        .param("folder", input.folderId())
        .param("batch", batch)
        .param("person", Caller.current().id())
        .param("ids", IntStream.of(made).mapToObj(i -> told[i].documentId()).toArray(UUID[]::new))
        .param("names", files.stream().map(f -> f.name().strip()).toArray(String[]::new))
        .param("sizes", files.stream().map(NewFile::size).toArray(Long[]::new))
        .param(
            "types",
            files.stream().map(f -> Uploads.mediaType(f.contentType())).toArray(String[]::new))
        .param("hashes", files.stream().map(NewFile::sha256).toArray(String[]::new))
        .update();
  }

  Optional<UUID> collection(UUID batch) {
    return jdbc.sql("SELECT collection_id FROM knowledge.documents WHERE batch_id = :batch LIMIT 1")
        .param("batch", batch)
        .query(UUID.class)
        .optional();
  }

  Map<String, Integer> counts(UUID batch) {
    Map<String, Integer> counts = new TreeMap<>();
    jdbc.sql(
            """
            SELECT status, count(*) AS documents FROM knowledge.documents
            WHERE batch_id = :batch AND status <> 'DELETING' GROUP BY 1
            """)
        .param("batch", batch)
        .query(
            row -> {
              counts.put(row.getString("status"), row.getInt("documents"));
            });
    return counts;
  }

  List<Document> page(UUID batch, @Nullable UUID after, int limit) {
    return rows.batch(batch, after, limit);
  }

  List<Document> waiting(UUID batch, List<UUID> ids) {
    List<UUID> waiting =
        jdbc.sql(WAITING)
            .param("batch", batch)
            .param("ids", ids.toArray(UUID[]::new))
            .param("expired", FailureCode.UPLOAD_EXPIRED.code())
            .query(UUID.class)
            .list();
    return rows.all(waiting);
  }
}
