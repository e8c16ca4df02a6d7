package app.madang.functions.local.evaluation;

import app.madang.functions.local.SearchStack;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person and the collection that is theirs, made with the rights of the documents function. */
final class Shelf {

  private final AnnotationConfigApplicationContext documents;
  private final JdbcClient superuser;
  private final Caller owner;
  private final UUID collection;

  Shelf(SearchStack stack) {
    superuser = Accounts.context(stack, "postgres").getBean(JdbcClient.class);
    documents = Accounts.context(stack, "documents");
    UUID person =
        superuser
            .sql(
                "INSERT INTO identity.users (issuer, subject, email, name)"
                    + " VALUES ('t', uuidv7()::text, 'e', 'n') RETURNING id")
            .query(UUID.class)
            .single();
    owner = new Caller(person, "e", "n", Set.of("member"));
    // two statements: the right to the new list must be there before it is used
    long acl = call(jdbc -> jdbc.sql("SELECT identity.create_acl()").query(Long.class).single());
    collection =
        call(
            jdbc ->
                jdbc.sql(
                        "INSERT INTO knowledge.collections (name, acl_id, created_by)"
                            + " VALUES ('evaluated', ?, ?) RETURNING id")
                    .params(acl, person)
                    .query(UUID.class)
                    .single());
  }

  Caller owner() {
    return owner;
  }

  /** So many documents that wait to be read. Their names say nothing that could be found. */
  List<UUID> announce(int count) {
    return call(
        jdbc ->
            jdbc.sql(
                    "INSERT INTO knowledge.documents"
                        + " (collection_id, acl_id, name, size, content_type, created_by)"
                        + " SELECT c.id, c.acl_id, 'd', 1, 'text/plain', c.created_by"
                        + " FROM knowledge.collections c, generate_series(1, ?) WHERE c.id = ?"
                        + " RETURNING id")
                .params(count, collection)
                .query(UUID.class)
                .list());
  }

  /** As the database does by itself after a while. */
  void analyze() {
    superuser.sql("ANALYZE").update();
  }

  private <T> T call(Function<JdbcClient, T> work) {
    Transactions transactions = documents.getBean(Transactions.class);
    JdbcClient jdbc = documents.getBean(JdbcClient.class);
    return Accounts.as(owner, () -> transactions.call(() -> work.apply(jdbc)));
  }
}
