package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads folders, and keeps a tree a tree while several people change it. */
final class FolderRows {

  private static final int MOST = 2_000;
  private static final int DEEPEST = 20;

  /** Folders and all below them. */
  static final String SUBTREE =
      """
      WITH RECURSIVE subtree AS (
        SELECT id FROM knowledge.folders WHERE id = ANY (:folders)
        UNION SELECT f.id FROM knowledge.folders f JOIN subtree s ON f.parent_id = s.id)
      """;

  private static final String SELECT =
      """
      SELECT f.id, f.collection_id, f.parent_id, f.name, f.created_at, coalesce(d.documents, 0) AS document_count
      FROM knowledge.folders f
      LEFT JOIN (
        SELECT folder_id, count(*) AS documents FROM knowledge.documents
        WHERE folder_id IS NOT NULL AND status <> 'DELETING' AND standing = 'current'
          AND (CAST(:collection AS uuid) IS NULL OR collection_id = CAST(:collection AS uuid))
          AND (CAST(:id AS uuid) IS NULL OR folder_id = CAST(:id AS uuid))
        GROUP BY 1) d ON d.folder_id = f.id
      """;

  /** Two who change the same tree at once wait for each other, always in the same order. */
  private static final String LOCK =
      """
      SELECT pg_advisory_xact_lock(hashtextextended(c.id::text, 6))::text
      FROM (SELECT id FROM unnest(:collections) AS t (id) ORDER BY id) c
      """;

  private static final String ABOVE =
      """
      WITH RECURSIVE above AS (
        SELECT id, parent_id, 1 AS depth FROM knowledge.folders WHERE id = CAST(:parent AS uuid)
        UNION ALL SELECT f.id, f.parent_id, a.depth + 1
        FROM knowledge.folders f JOIN above a ON f.id = a.parent_id WHERE a.depth < 50)
      SELECT (SELECT count(*) FROM above) AS depth,
        (SELECT count(*) FROM knowledge.folders WHERE collection_id = :collection) AS folders
      """;

  private final JdbcClient jdbc;

  FolderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Room(int depth, int folders) {}

  Folder get(UUID id) {
    return jdbc.sql(SELECT + " WHERE f.id = CAST(:id AS uuid)")
        .param("id", id)
        .param("collection", null)
        .query(Folder.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  List<Folder> all(UUID collection) {
    return jdbc.sql(
            SELECT + " WHERE f.collection_id = :collection ORDER BY lower(f.name), f.id LIMIT 2000")
        .param("collection", collection)
        .param("id", null)
        .query(Folder.class)
        .list();
  }

  void lock(Collection<UUID> collections) {
    jdbc.sql(LOCK)
        .param("collections", collections.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  /**
   * A parent is a folder of the same collection, and the tree stays one that a person can look
   * through.
   */
  void demandRoom(UUID collection, @Nullable UUID parent) {
    demandIn(collection, parent);
    Room room =
        jdbc.sql(ABOVE)
            .param("parent", parent)
            .param("collection", collection)
            .query(Room.class)
            .single();
    if (room.depth() >= DEEPEST || room.folders() >= MOST) {
      throw new ProblemException(ProblemCode.TOO_MANY_FOLDERS);
    }
  }

  void demandIn(UUID collection, @Nullable UUID folder) {
    if (folder != null && !get(folder).collectionId().equals(collection)) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }
}
