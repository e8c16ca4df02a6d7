package app.madang.functions.documents;

import app.madang.knowledge.EmbeddingSpace;
import app.madang.runtime.Caller;
import app.madang.runtime.Cursor;
import app.madang.runtime.Page;
import app.madang.runtime.Transactions;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Collections: made by anyone, owned by their maker, seen by whom they are shared with. */
final class Collections {

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;
  private final EmbeddingSpace space;
  private final CollectionRows rows;

  Collections(Transactions transactions, JdbcClient jdbc, Rights rights, EmbeddingSpace space) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
    this.space = space;
    this.rows = new CollectionRows(jdbc);
  }

  record ListCollections(@Nullable String cursor, @Nullable Integer limit) {}

  record CreateCollection(
      @NotBlank @Size(max = 120) String name, @Nullable String idempotencyKey) {}

  record CollectionId(@NotNull UUID collectionId) {}

  record SetClearance(
      @NotNull UUID collectionId,
      @NotNull @Pattern(regexp = "public|internal|confidential") String clearance) {}

  record RenameCollection(@NotNull UUID collectionId, @NotBlank @Size(max = 120) String name) {}

  Page<Collection> list(ListCollections input) {
    int limit = Page.limit(input.limit());
    UUID before = Ids.ofCursor(input.cursor());
    List<Collection> found = transactions.read(() -> rows.page(before, limit + 1));
    return Page.of(found, limit, last -> Cursor.encode(last.id()));
  }

  Collection get(CollectionId input) {
    return transactions.read(() -> rows.get(input.collectionId()));
  }

  Collection create(CreateCollection input) {
    return transactions.call(
        () -> {
          // apart from the insert: its policy must already see the new owner
          long acl = jdbc.sql("SELECT identity.create_acl()").query(Long.class).single();
          UUID id =
              jdbc.sql(
                      """
                      INSERT INTO knowledge.collections (name, acl_id, created_by, embedding_model, embedding_dimensions)
                      VALUES (:name, :acl, :person, :model, :dimensions) RETURNING id
                      """)
                  .param("name", input.name().strip())
                  .param("acl", acl)
                  .param("person", Caller.current().id())
                  .param("model", space.model())
                  .param("dimensions", space.dimensions())
                  .query(UUID.class)
                  .single();
          return rows.get(id);
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
          return rows.get(input.collectionId());
        });
  }

  /** Holds from the next question on. */
  Collection clear(SetClearance input) {
    return transactions.call(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.OWNER);
          jdbc.sql("UPDATE knowledge.collections SET clearance = :clearance WHERE id = :id")
              .param("clearance", input.clearance())
              .param("id", input.collectionId())
              .update();
          return rows.get(input.collectionId());
        });
  }
}
