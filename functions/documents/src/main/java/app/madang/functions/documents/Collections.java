package app.madang.functions.documents;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.Caller;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.ProblemException;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Collections: made by anyone, owned by their maker, seen by whom they are shared with. */
final class Collections {

  private static final String COUNTED =
      """
      SELECT p.id, p.name, p.role, p.created_at, d.document_count
      FROM page p, LATERAL (
        SELECT count(*) AS document_count FROM knowledge.documents d
        WHERE d.collection_id = p.id AND d.status <> 'DELETING') d
      ORDER BY p.id DESC
      """;

  // newest first, as the ids are made in the order of time; the page is cut before anything is
  // counted
  private static final String LIST =
      "WITH page AS MATERIALIZED (SELECT id, name, created_at, "
          + Rights.ROLE
          + """
             FROM knowledge.collections
             WHERE deleted_at IS NULL
               AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid))
             ORDER BY id DESC LIMIT :limit)
          """
          + COUNTED;

  private static final String GET =
      "WITH page AS MATERIALIZED (SELECT id, name, created_at, "
          + Rights.ROLE
          + " FROM knowledge.collections WHERE id = :id AND deleted_at IS NULL)"
          + COUNTED;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  Collections(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  record ListCollections(@Nullable String cursor, @Nullable Integer limit) {}

  record CreateCollection(
      @NotBlank @Size(max = 120) String name, @Nullable String idempotencyKey) {}

  record CollectionId(@NotNull UUID collectionId) {}

  record RenameCollection(@NotNull UUID collectionId, @NotBlank @Size(max = 120) String name) {}

  Page<Collection> list(ListCollections input) {
    int limit = Page.limit(input.limit());
    UUID before = Ids.ofCursor(input.cursor());
    List<Collection> rows =
        transactions.read(
            () ->
                jdbc.sql(LIST)
                    .param("before", before)
                    .param("limit", limit + 1)
                    .query(Collection.class)
                    .list());
    return Page.of(rows, limit, last -> Cursor.encode(last.id()));
  }

  Collection get(CollectionId input) {
    return transactions.read(() -> find(input.collectionId()));
  }

  Collection create(CreateCollection input) {
    return transactions.call(
        () -> {
          // apart from the insert: its policy must already see the new owner
          long acl = jdbc.sql("SELECT identity.create_acl()").query(Long.class).single();
          UUID id =
              jdbc.sql(
                      """
                      INSERT INTO knowledge.collections (name, acl_id, created_by)
                      VALUES (:name, :acl, :person) RETURNING id
                      """)
                  .param("name", input.name().strip())
                  .param("acl", acl)
                  .param("person", Caller.current().id())
                  .query(UUID.class)
                  .single();
          return find(id);
        });
  }

  Collection rename(RenameCollection input) {
    return transactions.call(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.EDITOR);
          jdbc.sql("UPDATE knowledge.collections SET name = :name WHERE id = :id")
              .param("name", input.name().strip())
              .param("id", input.collectionId())
              .update();
          return find(input.collectionId());
        });
  }

  private Collection find(UUID id) {
    return jdbc.sql(GET)
        .param("id", id)
        .query(Collection.class)
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
