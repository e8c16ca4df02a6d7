package app.madang.functions.documents;

import app.madang.contracts.EventType;
import app.madang.contracts.ProblemCode;
import app.madang.contracts.events.DocumentDeleted;
import app.madang.functions.documents.Collections.CollectionId;
import app.madang.runtime.Caller;
import app.madang.runtime.Outbox;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree inside a collection. Rights are the collection's. */
final class Folders {

  private static final String INSERT =
      """
      INSERT INTO knowledge.folders (collection_id, parent_id, acl_id, name, created_by)
      VALUES (:collection, CAST(:parent AS uuid), :acl, :name, :person)
      RETURNING id
      """;

  private static final String HIDE_DOCUMENTS =
      FolderRows.SUBTREE
          + """
          UPDATE knowledge.documents SET status = 'DELETING', updated_at = now(), emitted_at = '-infinity'
          WHERE folder_id IN (SELECT id FROM subtree) AND status <> 'DELETING'
          """;

  /** The sweep sees to the others. */
  private static final String FIRST =
      FolderRows.SUBTREE
          + """
          UPDATE knowledge.documents SET emitted_at = now() WHERE id IN (
            SELECT id FROM knowledge.documents
            WHERE folder_id IN (SELECT id FROM subtree) AND status = 'DELETING' LIMIT 20)
          RETURNING id
          """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final FolderRows rows;
  private final Outbox outbox;

  Folders(
      Transactions transactions, JdbcClient jdbc, Rights rights, FolderRows rows, Outbox outbox) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.rows = rows;
    this.outbox = outbox;
  }

  record CreateFolder(
      @NotNull UUID collectionId,
      @NotBlank @Size(max = 120) String name,
      @Nullable UUID parentId) {}

  record RenameFolder(@NotNull UUID folderId, @NotBlank @Size(max = 120) String name) {}

  record FolderId(@NotNull UUID folderId) {}

  record FolderList(List<Folder> items) {}

  FolderList list(CollectionId input) {
    return transactions.read(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.READER);
          return new FolderList(rows.all(input.collectionId()));
        });
  }

  Folder create(CreateFolder input) {
    String name = Names.checked("name", input.name());
    return named(
        () -> {
          long acl = rights.collection(input.collectionId(), CollectionRole.EDITOR);
          rows.lock(List.of(input.collectionId()));
          rows.demandRoom(input.collectionId(), input.parentId());
          UUID id =
              jdbc.sql(INSERT)
                  .param("collection", input.collectionId())
                  .param("parent", input.parentId())
                  .param("acl", acl)
                  .param("name", name)
                  .param("person", Caller.current().id())
                  .query(UUID.class)
                  .single();
          return rows.get(id);
        });
  }

  Folder rename(RenameFolder input) {
    String name = Names.checked("name", input.name());
    return named(
        () -> {
          rights.folder(input.folderId(), CollectionRole.EDITOR);
          jdbc.sql("UPDATE knowledge.folders SET name = :name WHERE id = :id")
              .param("name", name)
              .param("id", input.folderId())
              .update();
          return rows.get(input.folderId());
        });
  }

  void delete(FolderId input) {
    transactions.run(
        () -> {
          UUID id = input.folderId();
          rights.folder(id, CollectionRole.EDITOR);
          rows.lock(List.of(rows.get(id).collectionId()));
          jdbc.sql(HIDE_DOCUMENTS).param("folders", new UUID[] {id}).update();
          jdbc.sql(FIRST).param("folders", new UUID[] {id}).query(UUID.class).list().stream()
              .map(DocumentDeleted::new)
              .forEach(event -> outbox.append(EventType.DOCUMENT_DELETED.topic(), event));
          jdbc.sql("DELETE FROM knowledge.folders WHERE id = :id").param("id", id).update();
        });
  }

  private Folder named(java.util.function.Supplier<Folder> work) {
    try {
      return transactions.call(work);
    } catch (DuplicateKeyException e) {
      throw new ProblemException(ProblemCode.NAME_TAKEN);
    }
  }
}
