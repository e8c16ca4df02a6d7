package app.madang.knowledge.internal;

import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.runtime.Caller;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.web.JsonConfiguration;
import app.madang.testing.TestStack;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The functions' accounts on a real database, and what a test puts into it. */
final class Accounts {

  static final Account DOCUMENTS = new Account("documents");
  static final Account INGESTION = new Account("ingestion");
  static final Account EMBEDDING = new Account("embedding");
  static final Account CHAT = new Account("chat");
  static final Account SUPERUSER = new Account("postgres");
  static final JsonMapper JSON = JsonConfiguration.strictMapper();
  static final TermAnalyzer ANALYZER = new TermAnalyzer();

  private Accounts() {}

  /** A signed-in function. */
  static final class Account {
    final JdbcClient jdbc;
    final Transactions transactions;

    Account(String name) {
      TestStack stack = TestStack.get();
      DriverManagerDataSource source =
          new DriverManagerDataSource(stack.jdbcUrl(), name, stack.password());
      jdbc = JdbcClient.create(source);
      transactions = new Transactions(new CallerTransactions(source));
    }

    <T> T as(Caller person, Supplier<T> work) {
      try {
        return Caller.callAs(person, () -> transactions.call(work));
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    long count(String table) {
      return jdbc.sql("SELECT count(*) FROM knowledge." + table).query(Long.class).single();
    }
  }

  /** A new person. */
  static Caller person() {
    UUID id =
        SUPERUSER
            .jdbc
            .sql(
                "INSERT INTO identity.users (issuer, subject, email, name) VALUES ('t', ?, 'e', 'n') RETURNING id")
            .param(UUID.randomUUID().toString())
            .query(UUID.class)
            .single();
    return new Caller(id, "e", "n", Set.of("member"));
  }

  /** A collection and its keys. */
  record Shelf(UUID id, long number, long acl) {}

  static Shelf shelf(Caller owner) {
    return DOCUMENTS.as(
        owner,
        () -> {
          long acl = DOCUMENTS.jdbc.sql("SELECT identity.create_acl()").query(Long.class).single();
          return DOCUMENTS
              .jdbc
              .sql(
                  "INSERT INTO knowledge.collections (name, acl_id, created_by) VALUES ('c', ?, ?)"
                      + " RETURNING id, number, acl_id AS acl")
              .params(acl, owner.id())
              .query(Shelf.class)
              .single();
        });
  }

  static UUID announced(Caller owner, Shelf shelf) {
    return DOCUMENTS.as(
        owner,
        () ->
            DOCUMENTS
                .jdbc
                .sql(
                    """
                    INSERT INTO knowledge.documents
                      (collection_id, acl_id, name, size, content_type, created_by)
                    VALUES (?, ?, 'd', 1, 'text/plain', ?) RETURNING id
                    """)
                .params(shelf.id(), shelf.acl(), owner.id())
                .query(UUID.class)
                .single());
  }

  /** A document that has been read. */
  static UUID read(Caller owner, Shelf shelf, String... texts) {
    UUID document = announced(owner, shelf);
    index(document, texts);
    return document;
  }

  static void index(UUID document, String... texts) {
    index(document, passages(texts));
  }

  static void index(UUID document, List<NewPassage> passages) {
    SqlDocuments documents = new SqlDocuments(INGESTION.jdbc, JSON);
    SqlPassageWriter writer = new SqlPassageWriter(INGESTION.jdbc, JSON, ANALYZER);
    INGESTION.transactions.run(() -> documents.claim(document, 1L));
    INGESTION.transactions.run(
        () -> {
          if (documents.chunked(document, passages.size())) {
            writer.replace(document, passages);
          }
        });
  }

  static List<NewPassage> passages(String... texts) {
    return IntStream.range(0, texts.length)
        .mapToObj(i -> new NewPassage(texts[i], new Location(i + 1, null, null, null)))
        .toList();
  }

  static String[] numbered(int count, String text) {
    String[] texts = new String[count];
    Arrays.setAll(texts, i -> text + " " + i);
    return texts;
  }
}
