package app.madang.functions.publishing;

import app.madang.runtime.OperationFunction;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import com.google.pubsub.v1.ReceivedMessage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The function over HTTP, and the database as only a superuser sees it. */
final class Platform {

  static final TestStack STACK = TestStack.get();
  static final FunctionServer SERVER = serve();
  static final JdbcClient SUPERUSER =
      JdbcClient.create(new DriverManagerDataSource(STACK.jdbcUrl(), "postgres", STACK.password()));

  private Platform() {}

  private static final class CountedFunction extends OperationFunction {
    CountedFunction() {
      super(CountedApplication.class);
    }
  }

  private static FunctionServer serve() {
    return serve(false);
  }

  /** One more instance, which may call the company's own network. */
  static FunctionServer inside() {
    FunctionServer started = serve(true);
    // the first reads who it is when the first event comes
    System.setProperty("SELF_URL", SERVER.url());
    STACK.environment("publishing", Map.of("ACTION_PRIVATE_ADDRESSES", "false"));
    return started;
  }

  private static FunctionServer serve(boolean privateAddresses) {
    STACK.environment(
        "publishing", Map.of("ACTION_PRIVATE_ADDRESSES", Boolean.toString(privateAddresses)));
    return FunctionServer.start(CountedFunction::new);
  }

  static Client as(String person) {
    return new Client(SERVER, STACK.tokens().userToken(person));
  }

  /** A person with such roles in the company, whatever their token says. */
  static Client having(String person, String... roles) {
    SUPERUSER
        .sql("SELECT count(*) FROM identity.provision(?, ?, ?, ?, ?)")
        .params(STACK.tokens().issuer(), person, person + "@madang.example", person, roles)
        .query(Long.class)
        .single();
    return as(person);
  }

  /** The id of a person who has called. */
  static UUID id(String person) {
    return SUPERUSER
        .sql("SELECT id FROM identity.users WHERE email = ?")
        .param(person + "@madang.example")
        .query(UUID.class)
        .single();
  }

  static int push(String subscription, String payload) {
    return push(UUID.randomUUID(), subscription, payload);
  }

  static int push(UUID event, String subscription, String payload) {
    return SERVER.push(subscription, event, payload).statusCode();
  }

  /** Delivers the approval of a tool, as Pub/Sub would. */
  static void release(UUID tool) {
    int status = push("publishing.tool-approved", "{\"toolId\":\"" + tool + "\"}");
    if (status != 204) {
      throw new AssertionError("the event was answered with " + status);
    }
  }

  /** Waits until an event about a tool came to a subscription. */
  static boolean heard(String subscription, UUID tool) {
    Instant patience = Instant.now().plusSeconds(20);
    while (Instant.now().isBefore(patience)) {
      for (ReceivedMessage message : STACK.pubSub().pull(subscription, 100)) {
        STACK.pubSub().acknowledge(subscription, message.getAckId());
        if (message.getMessage().getData().toStringUtf8().contains(tool.toString())) {
          return true;
        }
      }
    }
    return false;
  }
}
