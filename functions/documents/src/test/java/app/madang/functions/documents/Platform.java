package app.madang.functions.documents;

import app.madang.knowledge.DocumentVectors;
import app.madang.knowledge.Documents;
import app.madang.knowledge.IngestionConfiguration;
import app.madang.knowledge.PassageWriter;
import app.madang.knowledge.VectorsConfiguration;
import app.madang.runtime.OperationFunction;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.web.JsonConfiguration;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import com.google.pubsub.v1.ReceivedMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** The function over HTTP, and the workers that come after it under their own accounts. */
final class Platform {

  static final TestStack STACK = TestStack.get();
  static final FunctionServer SERVER = serve();
  static final Worker INGESTION = new Worker("ingestion");
  static final Worker EMBEDDING = new Worker("embedding");

  private Platform() {}

  private static final class CountedFunction extends OperationFunction {
    CountedFunction() {
      super(CountedApplication.class);
    }
  }

  private static FunctionServer serve() {
    STACK.environment(
        "documents",
        Map.of(
            "UPLOAD_LIMIT_BYTES", "1000000",
            "CRAWL_PRIVATE_ADDRESSES", "true",
            "CONNECTOR_BUCKETS", "shared-files"));
    return FunctionServer.start(CountedFunction::new);
  }

  /** The signed-in person of that name; any name will do. */
  static Client as(String person) {
    return new Client(SERVER, STACK.tokens().userToken(person));
  }

  static int push(String subscription, String payload) {
    return SERVER.push(subscription, UUID.randomUUID(), payload).statusCode();
  }

  static void sweep() {
    int status = push("documents.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}");
    if (status != 204) {
      throw new AssertionError("the sweep answered " + status);
    }
  }

  /** Waits until an event about a document came to a subscription. */
  static boolean heard(String subscription, UUID document) {
    Instant patience = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(patience)) {
      for (ReceivedMessage message : STACK.pubSub().pull(subscription, 100)) {
        STACK.pubSub().acknowledge(subscription, message.getAckId());
        if (message.getMessage().getData().toStringUtf8().contains(document.toString())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Row-level security binds even the tables' owner: tests look and set the clock as superuser. */
  static JdbcClient superuser() {
    return JdbcClient.create(
        new DriverManagerDataSource(STACK.jdbcUrl(), "postgres", STACK.password()));
  }

  /** What the function's own account may do. */
  static JdbcClient account() {
    return JdbcClient.create(
        new DriverManagerDataSource(STACK.jdbcUrl(), "documents", STACK.password()));
  }

  static Connection superuserConnection() throws SQLException {
    return DriverManager.getConnection(STACK.jdbcUrl(), "postgres", STACK.password());
  }

  /** Until somebody of the function waits for a lock. */
  static void awaitWaiting() {
    Instant patience = Instant.now().plusSeconds(20);
    String waiting =
        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE usename = 'documents' AND wait_event_type = 'Lock')";
    while (!superuser().sql(waiting).query(Boolean.class).single()) {
      if (Instant.now().isAfter(patience)) {
        throw new AssertionError("nobody waits");
      }
    }
  }

  /** A worker's account with the knowledge it works on. */
  static final class Worker {
    private final GenericApplicationContext context;
    private final Transactions transactions;

    Worker(String account) {
      DriverManagerDataSource source =
          new DriverManagerDataSource(STACK.jdbcUrl(), account, STACK.password());
      transactions = new Transactions(new CallerTransactions(source));
      AnnotationConfigApplicationContext made = new AnnotationConfigApplicationContext();
      made.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
      made.registerBean(JsonMapper.class, JsonConfiguration::strictMapper);
      made.register(IngestionConfiguration.class, VectorsConfiguration.class);
      made.refresh();
      context = made;
    }

    Transactions transactions() {
      return transactions;
    }

    Documents documents() {
      return context.getBean(Documents.class);
    }

    PassageWriter passages() {
      return context.getBean(PassageWriter.class);
    }

    DocumentVectors vectors() {
      return context.getBean(DocumentVectors.class);
    }

    JdbcClient jdbc() {
      return context.getBean(JdbcClient.class);
    }
  }
}
