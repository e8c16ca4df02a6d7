package app.madang.functions.reporting;

import app.madang.metering.UsageEvent;
import app.madang.runtime.OperationFunction;
import app.madang.testing.ContractValidator;
import app.madang.testing.FunctionServer;
import app.madang.testing.TestStack;
import app.madang.testing.servers.Ports;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The function over HTTP, and rows of use as other functions would have written them. */
final class Platform {

  static final TestStack STACK = TestStack.get();
  static final GreenMail MAIL =
      new GreenMail(new ServerSetup(Ports.free(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
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
    MAIL.start();
    STACK.environment(
        "reporting",
        Map.of(
            "SMTP_HOST", "127.0.0.1",
            "SMTP_PORT", Integer.toString(MAIL.getSmtp().getPort()),
            "SMTP_FROM", "madang@madang.example",
            "SMTP_TLS", "none"));
    return FunctionServer.start(CountedFunction::new);
  }

  static HttpResponse<String> call(String person, String method, String path, String body) {
    return SERVER.call(STACK.tokens().userToken(person), method, path, body);
  }

  /** A call that must succeed as the contract says. */
  static JsonNode ok(String operation, String person, String method, String path, String body) {
    HttpResponse<String> response = call(person, method, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError(operation + ": " + response.statusCode() + " " + response.body());
    }
    return ContractValidator.check(operation, response);
  }

  static JsonNode get(String operation, String person, String path) {
    return ok(operation, person, "GET", path, "");
  }

  /** A call that must fail; its code. */
  static String refused(
      String operation, String person, String method, String path, String body, int status) {
    HttpResponse<String> response = call(person, method, path, body);
    if (response.statusCode() != status) {
      throw new AssertionError(operation + ": " + response.statusCode() + " " + response.body());
    }
    return ContractValidator.check(operation, response).path("code").asString();
  }

  static int push(String subscription, String payload) {
    return SERVER.push(subscription, UUID.randomUUID(), payload).statusCode();
  }

  /** The id of a person; a first call makes the person. */
  static UUID person(String name) {
    call(name, "GET", "/v1/reports/me?from=2026-01-01&to=2026-01-01&by=day", "");
    return SUPERUSER
        .sql("SELECT id FROM identity.users WHERE email = ?")
        .param(name + "@madang.example")
        .query(UUID.class)
        .single();
  }

  /** One attempt that cost so many whole units. */
  static void used(UUID person, Instant moment, String model, long units) {
    Instant at = moment.truncatedTo(ChronoUnit.MILLIS);
    UUID id = UsageEvent.newId(at);
    SUPERUSER
        .sql(
            """
            INSERT INTO metering.usage (id, at, day, person_id, request_id, attempt, provider, model,
              input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
            VALUES (?, ?, (? AT TIME ZONE 'Asia/Seoul')::date, ?, ?, 1, 'stand-in', ?, 100, 10, 20, ?, 200, 1000, 'OK')
            """)
        .params(
            id,
            at.atOffset(ZoneOffset.UTC),
            at.atOffset(ZoneOffset.UTC),
            person,
            id,
            model,
            units * 1_000_000)
        .update();
  }
}
