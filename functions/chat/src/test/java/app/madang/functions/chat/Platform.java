package app.madang.functions.chat;

import app.madang.knowledge.Documents;
import app.madang.knowledge.IngestionConfiguration;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageWriter;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.web.JsonConfiguration;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Two instances of the function over HTTP, and a library to ask about. */
final class Platform {

  static final TestStack STACK = TestStack.get();
  static final FunctionServer ONE = serve(Map.of());
  static final FunctionServer TWO = serve(Map.of());

  private Platform() {}

  /** An instance whose context a test may close, as SIGTERM does. */
  static final class PacedFunction extends OperationFunction {
    PacedFunction() {
      super(PacedApplication.class);
    }

    void terminate() {
      context().close();
    }
  }

  static FunctionServer serve(Map<String, String> extra) {
    STACK.environment("chat", extra);
    return FunctionServer.start(PacedFunction::new);
  }

  /** The signed-in person of that name at the first instance; any name will do. */
  static Client as(String person) {
    return at(ONE, person);
  }

  static Client at(FunctionServer server, String person) {
    return new Client(server, STACK.tokens().userToken(person));
  }

  /** Row-level security binds even the tables' owner: tests look and set the clock as superuser. */
  static JdbcClient superuser() {
    return JdbcClient.create(
        new DriverManagerDataSource(STACK.jdbcUrl(), "postgres", STACK.password()));
  }

  /**
   * A collection that everyone reads, with one document of these passages, found by their words.
   */
  static UUID publish(String name, String... passages) {
    UUID collection = UUID.randomUUID();
    UUID document = UUID.randomUUID();
    superuser()
        .sql(
            """
            WITH acl AS (INSERT INTO identity.acls DEFAULT VALUES RETURNING id),
                 everyone AS (INSERT INTO identity.grants (acl_id, subject_kind, role)
                   SELECT id, 'everyone', 'reader' FROM acl),
                 made AS (INSERT INTO knowledge.collections (id, name, acl_id, created_by)
                   SELECT :collection, :name, id, :document FROM acl)
            SELECT id FROM acl
            """)
        .param("collection", collection)
        .param("document", document)
        .param("name", name)
        .query(Long.class)
        .single();
    superuser()
        .sql(
            """
            INSERT INTO knowledge.documents (id, collection_id, acl_id, name, content_type, size, status, created_by)
            SELECT :document, id, acl_id, :name, 'text/plain', 1, 'PARSING', id
              FROM knowledge.collections WHERE id = :collection
            """)
        .param("collection", collection)
        .param("document", document)
        .param("name", name)
        .update();
    read(document, passages);
    return collection;
  }

  /** The same, for those only who must. */
  static UUID confidential(String name, String passage) {
    UUID collection = publish(name, passage);
    superuser()
        .sql("UPDATE knowledge.collections SET clearance = 'confidential' WHERE id = ?")
        .param(collection)
        .update();
    return collection;
  }

  /** Out of the other tests' sight. */
  static void withdraw(UUID collection) {
    superuser()
        .sql("UPDATE knowledge.documents SET status = 'DELETING' WHERE collection_id = ?")
        .param(collection)
        .update();
  }

  private static void read(UUID document, String... passages) {
    DriverManagerDataSource source =
        new DriverManagerDataSource(STACK.jdbcUrl(), "ingestion", STACK.password());
    try (AnnotationConfigApplicationContext worker = new AnnotationConfigApplicationContext()) {
      worker.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
      worker.registerBean(JsonMapper.class, JsonConfiguration::strictMapper);
      worker.register(IngestionConfiguration.class);
      worker.refresh();
      List<NewPassage> cut =
          IntStream.range(0, passages.length)
              .mapToObj(i -> new NewPassage(passages[i], new Location(i + 1, null, null, null)))
              .toList();
      new Transactions(new CallerTransactions(source))
          .run(
              () -> {
                worker.getBean(Documents.class).chunked(document, cut.size());
                worker.getBean(PassageWriter.class).replace(document, cut);
              });
    }
  }

  /** The shipped provider's calls go to a stand-in. */
  static void anthropicIs(VendorStandIn vendor) {
    superuser()
        .sql(
            """
            INSERT INTO models.entries (kind, id, body, updated_by) VALUES ('PROVIDER', 'anthropic',
              jsonb_build_object('id', 'anthropic', 'kind', 'ANTHROPIC', 'name', 'Anthropic',
                'baseUrl', CAST(:url AS text), 'region', 'us', 'clearance', 'INTERNAL',
                'keyVariable', 'ANTHROPIC_API_KEY'), uuidv7())
            """)
        .param("url", vendor.baseUrl(WireDialect.ANTHROPIC))
        .update();
  }
}
