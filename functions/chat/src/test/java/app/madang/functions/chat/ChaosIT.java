package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The preferred vendor misbehaves in every way it can while another is well: what readers get, and
 * what is charged for it in the real books.
 */
@Timeout(240)
class ChaosIT {

  private static final int ASKS = 300;
  private static final int AT_ONCE = 8;
  private static final List<String> PIECES =
      IntStream.range(0, 24).mapToObj(i -> "조각" + i + "번 ").toList();
  private static final String WHOLE = String.join("", PIECES).strip();

  /** Well within what one who waits for an answer bears: three rounds of a second each. */
  private static final long MOST_MILLIS = 20_000;

  private static final VendorStandIn PREFERRED = new VendorStandIn();
  private static final VendorStandIn OTHER = new VendorStandIn();
  private static final Random DICE = new Random(7);
  private static FunctionServer server;

  @BeforeAll
  static void vendors() {
    Platform.anthropicIs(PREFERRED);
    Platform.superuser()
        .sql(
            """
            INSERT INTO metering.budgets (scope, subject_id, period, cap, kind, warn_at, enabled)
            VALUES ('COMPANY', NULL, 'MONTH', 1000000000000, 'HARD', 80, true)
            """)
        .update();
    server =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", OTHER.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-local",
                "OPENAI_MODELS", "steady",
                "ANTHROPIC_API_KEY", "sk-ant",
                "MODEL_PRIVATE_ADDRESSES", "true",
                "MODEL_FIRST_TOKEN_SECONDS", "1",
                "MODEL_SILENCE_SECONDS", "1"));
  }

  @AfterAll
  static void tidy() {
    JdbcClient jdbc = Platform.superuser();
    jdbc.sql("DELETE FROM models.entries").update();
    jdbc.sql("DELETE FROM metering.budgets").update();
    Platform.STACK.environment("chat", Map.of());
    PREFERRED.close();
    OTHER.close();
  }

  private record Answered(String text, long millis) {}

  @Test
  void answersAreWholeOnceInTimeAndPaidOnce() throws Exception {
    PREFERRED.behaves(ChaosIT::misbehave);
    OTHER.behaves(ChaosIT::goOn);
    assertThat(isOpen()).as("nothing has failed yet").isFalse();
    List<Future<Answered>> answers = new ArrayList<>();
    boolean opened = false;
    try (ExecutorService people = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < ASKS; i++) {
        String person = "reader" + i % AT_ONCE;
        answers.add(people.submit(() -> ask(person)));
      }
      while (!answers.stream().allMatch(Future::isDone)) {
        opened |= isOpen();
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
    }
    int whole = 0;
    for (Future<Answered> answer : answers) {
      whole += answer.get().text().equals(WHOLE) ? 1 : 0;
      assertThat(answer.get().millis()).isLessThan(MOST_MILLIS);
    }
    assertThat(whole).as("whole answers of " + ASKS).isGreaterThanOrEqualTo(ASKS * 99 / 100);
    assertThat(opened).as("the breaker opened, by its own word").isTrue();
    assertThat(PREFERRED.received().size()).as("who fails so often is left alone").isLessThan(ASKS);
    JdbcClient jdbc = Platform.superuser();
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM (SELECT FROM metering.usage GROUP BY request_id, attempt"
                        + " HAVING count(*) > 1) twice")
                .query(Long.class)
                .single())
        .isZero();
    await("all that was held has come back", () -> held(jdbc) == 0);
    assertThat(settled(jdbc)).isEqualTo(spent(jdbc)).isPositive();
    PREFERRED.behaves(Script.says(PIECES.toArray(String[]::new)));
    PREFERRED.received().clear();
    await(
        "the breaker closes",
        () -> ask("reader0").text().equals(WHOLE) && !PREFERRED.received().isEmpty() && !isOpen());
  }

  /**
   * Whether the preferred model's breaker is open, as the list of models says to administrators.
   */
  private static boolean isOpen() {
    return Platform.at(server, "admin")
        .call("listAllModels", "GET", "/v1/admin/models", "")
        .body()
        .path("items")
        .valueStream()
        .filter(model -> model.path("id").asString().equals("claude-haiku-4-5"))
        .map(model -> model.path("resting").asBoolean())
        .findFirst()
        .orElseThrow();
  }

  private static Answered ask(String name) {
    Client person = Platform.at(server, name);
    long began = System.nanoTime();
    try (AnswerReader reader = person.askModel(person.converse(), "말해 줘", "claude-haiku-4-5")) {
      reader.all();
      return new Answered(reader.text().strip(), (System.nanoTime() - began) / 1_000_000);
    }
  }

  private static long held(JdbcClient jdbc) {
    return sum(jdbc, "SELECT sum(outstanding) FROM metering.leases WHERE scope = 'COMPANY'");
  }

  /** Of the company's month, which may be another than this machine's. */
  private static long settled(JdbcClient jdbc) {
    return sum(
        jdbc,
        """
        SELECT sum(settled) FROM (
          SELECT settled, scope, period, starts_on FROM metering.accounts
          UNION ALL SELECT settled, scope, period, starts_on FROM metering.leases) s
        WHERE scope = 'COMPANY' AND period = 'MONTH'
          AND starts_on = (SELECT date_trunc('month', max(day))::date FROM metering.usage)
        """);
  }

  private static long spent(JdbcClient jdbc) {
    return sum(
        jdbc,
        """
        SELECT sum(cost) FROM metering.usage
        WHERE date_trunc('month', day) = (SELECT date_trunc('month', max(day)) FROM metering.usage)
        """);
  }

  private static long sum(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql)
        .query(java.math.BigDecimal.class)
        .optional()
        .map(Number::longValue)
        .orElse(0L);
  }

  private static void await(String what, java.util.function.BooleanSupplier condition) {
    for (int i = 0; i < 200; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
    }
    throw new AssertionError(what);
  }

  private static synchronized Script misbehave(Received call) {
    Script script = Script.says(PIECES.toArray(String[]::new));
    int at = DICE.nextInt(PIECES.size());
    return switch (DICE.nextInt(8)) {
      case 0 -> Script.fails(429).header("Retry-After", "0");
      case 1 -> Script.fails(500);
      case 2 -> script.ends(Ending.HANG, at);
      case 3, 4 -> script.ends(Ending.CUT, at);
      case 5 -> script.ends(Ending.GARBLED, at);
      default -> script;
    };
  }

  /** Goes on from what was said, repeating its last words as models do. */
  private static synchronized Script goOn(Received call) {
    String said = "";
    for (var message : call.body().path("messages")) {
      if (message.path("role").asString().equals("assistant")) {
        said = message.path("content").asString();
      }
    }
    int from = 0;
    StringBuilder read = new StringBuilder();
    while (from < PIECES.size() && read.length() + PIECES.get(from).length() <= said.length()) {
      read.append(PIECES.get(from++));
    }
    int repeated = Math.max(0, from - DICE.nextInt(3));
    return Script.says(PIECES.subList(repeated, PIECES.size()).toArray(String[]::new));
  }
}
