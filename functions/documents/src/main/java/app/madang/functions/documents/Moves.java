package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents and folders to another place. Whatever changes its collection takes over that
 * collection's rights in the same transaction: the rows, the passages, their postings and vectors.
 */
final class Moves {

  private static final int MOST_PASSAGES = 50_000;

  private static final String SEEN =
      "SELECT id, collection_id, "
          + Rights.ROLE
          + " FROM knowledge.documents WHERE status <> 'DELETING' AND id = ANY (:ids)";

  /**
   * All versions, locked against a reading that ends just now; only editors are given the lock. The
   * newest first, as the one that takes over locks those before it.
   */
  private static final String DOCUMENTS =
      "SELECT id, collection_id, "
          + Rights.ROLE
          + """
          FROM knowledge.documents
          WHERE status <> 'DELETING' AND (id = ANY (:ids) OR series_id IN (
            SELECT series_id FROM knowledge.documents WHERE id = ANY (:ids)))
          ORDER BY id DESC FOR NO KEY UPDATE
          """;

  private static final String OWN_RIGHTS =
      """
      SELECT EXISTS (SELECT FROM knowledge.documents d JOIN knowledge.collections c ON c.id = d.collection_id
        WHERE d.id = ANY (:ids) AND d.acl_id <> c.acl_id)
      """;

  private static final String WITHIN =
      FolderRows.SUBTREE
          + """
          SELECT id FROM knowledge.documents
          WHERE folder_id IN (SELECT id FROM subtree) AND collection_id <> :target AND status <> 'DELETING'
          ORDER BY id DESC FOR NO KEY UPDATE
          """;

  /** What is being deleted stays behind with its collection, and lies in no folder any more. */
  private static final String LEAVE_BEHIND =
      FolderRows.SUBTREE
          + """
          UPDATE knowledge.documents SET folder_id = NULL
          WHERE folder_id IN (SELECT id FROM subtree) AND collection_id <> :target AND status = 'DELETING'
          """;

  private static final String FOLDERS =
      "SELECT id, collection_id, "
          + Rights.ROLE
          + " FROM knowledge.folders WHERE id = ANY (:folders)";

  private static final String PUT_FOLDERS =
      FolderRows.SUBTREE
          + """
          UPDATE knowledge.folders SET collection_id = :target, acl_id = :acl,
            parent_id = CASE WHEN id = ANY (:folders) THEN CAST(:folder AS uuid) ELSE parent_id END
          WHERE id IN (SELECT id FROM subtree)
          """;

  private static final String PUT_DOCUMENTS =
      """
      WITH far AS (
        -- their vectors are another model's than those that searches will compare: made anew, found by words meanwhile
        SELECT d.id FROM knowledge.documents d
        JOIN knowledge.collections a ON a.id = d.collection_id JOIN knowledge.collections b ON b.id = :target
        WHERE (d.id = ANY (:ids) OR d.id = ANY (:within)) AND d.status = 'READY'
          AND (a.embedding_model, a.embedding_dimensions) <> (b.embedding_model, b.embedding_dimensions))
      UPDATE knowledge.documents SET collection_id = :target, acl_id = :acl, updated_at = now(),
        status = CASE WHEN id IN (SELECT id FROM far) THEN 'CHUNKED' ELSE status END,
        emitted_at = CASE WHEN id IN (SELECT id FROM far) THEN '-infinity' ELSE emitted_at END,
        folder_id = CASE WHEN id = ANY (:ids) THEN CAST(:folder AS uuid) ELSE folder_id END
      WHERE id = ANY (:ids) OR id = ANY (:within)
      """;

  private static final String PUT_PASSAGES =
      """
      WITH place AS (SELECT number FROM knowledge.collections WHERE id = :target), moved AS (
        UPDATE knowledge.passages SET collection = (SELECT number FROM place), acl_id = :acl
        WHERE document_id = ANY (:ids) AND collection <> (SELECT number FROM place)
        RETURNING id, block, length, old.collection AS source, old.acl_id AS source_acl
      ), posted AS (
        UPDATE knowledge.postings p SET collection = (SELECT number FROM place), acl_id = :acl
        FROM (SELECT DISTINCT block FROM moved) m WHERE p.block = m.block
      ), near AS (
        UPDATE knowledge.vectors v SET collection = (SELECT number FROM place), acl_id = :acl
        FROM moved m WHERE v.passage_id = m.id
      )
      INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
      SELECT source, -count(*), -sum(length), source_acl FROM moved WHERE block IS NOT NULL GROUP BY source, source_acl
      UNION ALL
      SELECT (SELECT number FROM place), count(*), sum(length), :acl FROM moved WHERE block IS NOT NULL HAVING count(*) > 0
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final FolderRows folders;

  Moves(Transactions transactions, JdbcClient jdbc, Rights rights, FolderRows folders) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.folders = folders;
  }

  record MoveItems(
      @NotNull UUID collectionId,
      @Nullable @Size(max = 100) List<@NotNull UUID> documentIds,
      @Nullable @Size(max = 20) List<@NotNull UUID> folderIds,
      @Nullable UUID folderId) {}

  record Moved(int documents, int folders) {}

  private record Row(UUID id, UUID collectionId, CollectionRole role) {}

  Moved move(MoveItems input) {
    try {
      return transactions.call(() -> moved(input));
    } catch (DuplicateKeyException e) {
      throw new ProblemException(ProblemCode.NAME_TAKEN);
    } catch (DataIntegrityViolationException e) {
      // documents that the mover may not edit would stay behind in a folder that left
      throw new ProblemException(ProblemCode.OWN_RIGHTS);
    }
  }

  private Moved moved(MoveItems input) {
    long acl = rights.collection(input.collectionId(), CollectionRole.EDITOR);
    UUID[] named = distinct(input.documentIds());
    UUID[] tops = distinct(input.folderIds());
    int subtree = tops.length == 0 ? 0 : putFolders(input, tops, acl);
    demand(jdbc.sql(SEEN).param("ids", named).query(Row.class).list(), named);
    List<Row> documents = locked(named);
    if (tops.length == 0) {
      folders.demandIn(input.collectionId(), input.folderId());
    }
    UUID[] ids = documents.stream().map(Row::id).toArray(UUID[]::new);
    demandSharedRights(ids);
    UUID[] within = tops.length == 0 ? new UUID[0] : within(input, tops);
    jdbc.sql(PUT_DOCUMENTS)
        .param("target", input.collectionId())
        .param("acl", acl)
        .param("folder", input.folderId())
        .param("ids", ids)
        .param("within", within)
        .update();
    UUID[] leaving =
        java.util.stream.Stream.concat(
                documents.stream()
                    .filter(d -> !d.collectionId().equals(input.collectionId()))
                    .map(Row::id),
                java.util.Arrays.stream(within))
            .toArray(UUID[]::new);
    if (leaving.length > 0) {
      putPassages(input.collectionId(), acl, leaving);
    }
    jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    return new Moved(ids.length + within.length, subtree);
  }

  /** A document that follows its source's rights would get the collection's: more readers. */
  private void demandSharedRights(UUID[] ids) {
    boolean own = jdbc.sql(OWN_RIGHTS).param("ids", ids).query(Boolean.class).single();
    if (own) {
      throw new ProblemException(ProblemCode.OWN_RIGHTS);
    }
  }

  private int putFolders(MoveItems input, UUID[] tops, long acl) {
    List<Row> places = jdbc.sql(FOLDERS).param("folders", tops).query(Row.class).list();
    demand(places, tops);
    Set<UUID> collections = new TreeSet<>();
    collections.add(input.collectionId());
    places.forEach(place -> collections.add(place.collectionId()));
    folders.lock(collections);
    folders.demandRoom(input.collectionId(), input.folderId());
    if (input.folderId() != null && subtree(tops).contains(input.folderId())) {
      throw new ProblemException(ProblemCode.FOLDER_CYCLE);
    }
    // documents and folders below follow in the same transaction
    jdbc.sql("SET CONSTRAINTS ALL DEFERRED").update();
    return jdbc.sql(PUT_FOLDERS)
        .param("folders", tops)
        .param("folder", input.folderId())
        .param("target", input.collectionId())
        .param("acl", acl)
        .update();
  }

  private List<UUID> subtree(UUID[] tops) {
    return jdbc.sql(FolderRows.SUBTREE + " SELECT id FROM subtree")
        .param("folders", tops)
        .query(UUID.class)
        .list();
  }

  /**
   * Looked at once more under the locks: a version may have been begun while they were waited for.
   */
  private List<Row> locked(UUID[] named) {
    jdbc.sql(DOCUMENTS).param("ids", named).query(Row.class).list();
    return jdbc.sql(DOCUMENTS).param("ids", named).query(Row.class).list();
  }

  private UUID[] within(MoveItems input, UUID[] tops) {
    inFolders(input, tops);
    List<UUID> within = inFolders(input, tops);
    jdbc.sql(LEAVE_BEHIND).param("folders", tops).param("target", input.collectionId()).update();
    return within.toArray(UUID[]::new);
  }

  private List<UUID> inFolders(MoveItems input, UUID[] tops) {
    return jdbc.sql(WITHIN)
        .param("folders", tops)
        .param("target", input.collectionId())
        .query(UUID.class)
        .list();
  }

  private void putPassages(UUID target, long acl, UUID[] ids) {
    int passages =
        jdbc.sql(
                "SELECT count(*) FROM (SELECT FROM knowledge.passages WHERE document_id = ANY (:ids) LIMIT :most) p")
            .param("ids", ids)
            .param("most", MOST_PASSAGES + 1)
            .query(Integer.class)
            .single();
    if (passages > MOST_PASSAGES) {
      throw new ProblemException(ProblemCode.MOVE_TOO_LARGE);
    }
    jdbc.sql(PUT_PASSAGES).param("target", target).param("acl", acl).param("ids", ids).update();
  }

  /** What is not seen does not exist; what is seen must be editable. */
  private static void demand(List<Row> seen, UUID[] asked) {
    if (!seen.stream().map(Row::id).toList().containsAll(List.of(asked))) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    if (!seen.stream().allMatch(row -> row.role().includes(CollectionRole.EDITOR))) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }

  private static UUID[] distinct(@Nullable List<UUID> ids) {
    return ids == null ? new UUID[0] : ids.stream().distinct().toArray(UUID[]::new);
  }
}
