package app.madang.functions.documents;

import app.madang.functions.documents.Collections.CollectionId;
import app.madang.functions.documents.GlossaryDesk.Nothing;
import app.madang.identity.Role;
import app.madang.runtime.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a collection, or the company, holds and weighs. */
final class StorageTotals {

  private static final String ONE =
      """
      SELECT CAST(NULL AS bigint) AS collections,
        count(*) FILTER (WHERE standing = 'current') AS documents,
        count(*) FILTER (WHERE standing <> 'current') AS versions,
        coalesce(sum(size), 0) AS bytes, coalesce(sum(passage_count), 0) AS passages
      FROM knowledge.documents WHERE collection_id = :id AND status <> 'DELETING'
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final Rights rights;

  StorageTotals(Transactions transactions, JdbcClient jdbc, Rights rights) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.rights = rights;
  }

  record Totals(
      @Nullable Long collections, long documents, long versions, long bytes, long passages) {}

  Totals of(CollectionId input) {
    return transactions.read(
        () -> {
          rights.collection(input.collectionId(), CollectionRole.READER);
          return jdbc.sql(ONE).param("id", input.collectionId()).query(Totals.class).single();
        });
  }

  Totals ofCompany(Nothing input) {
    Role.require(Role.ADMIN);
    return transactions.read(
        () -> jdbc.sql("SELECT * FROM knowledge.all_storage()").query(Totals.class).single());
  }
}
