package app.madang.models.routing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelRequest;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The preferred vendor misbehaves in every way it can while one other is well. */
@Timeout(120)
class ChaosTest {

  private static final int ASKS = 300;
  private static final int AT_ONCE = 12;
  private static final List<String> PIECES =
      java.util.stream.IntStream.range(0, 30).mapToObj(i -> "조각" + i + "번 ").toList();
  private static final String WHOLE = String.join("", PIECES);

  @Test
  void answersComeWholeAndOnce() throws Exception {
    try (Fleet fleet = new Fleet();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      fleet.vendor(WireDialect.OPENAI).behaves(ChaosTest::misbehave);
      fleet.vendor(WireDialect.ANTHROPIC).behaves(ChaosTest::goOn);
      fleet.keyless.add("gemini");
      Router router = fleet.router(new Health(Duration.ofMillis(200), 64));
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < ASKS; i++) {
        answers.add(threads.submit(() -> ask(router, fleet)));
      }
      int whole = 0;
      for (Future<String> answer : answers) {
        if (answer.get().equals(WHOLE)) {
          whole++;
        }
      }
      assertThat(whole).as("whole answers of " + ASKS).isGreaterThanOrEqualTo(ASKS * 99 / 100);
      assertThat(fleet.settled).as("each held attempt is settled once").hasSameSizeAs(fleet.held);
      long asked =
          fleet.vendors.values().stream().mapToLong(vendor -> vendor.received().size()).sum();
      // a vendor that was given up before its first token may not have read what was sent
      long paid =
          fleet.settled.stream()
              .filter(attempt -> attempt.failure() != Kind.NO_FIRST_TOKEN)
              .filter(attempt -> attempt.tokens().input() > 0)
              .count();
      assertThat(paid).as("nothing is paid that no vendor was asked").isLessThanOrEqualTo(asked);
    }
  }

  private static String ask(Router router, Fleet fleet) {
    Reader reader = new Reader();
    try {
      ModelRequest question = ModelRequest.of(List.of(FromPerson.of("말해 줘")));
      router.stream(
          router.candidates(Selection.parse("gpt"), question, Clearance.INTERNAL),
          question,
          fleet,
          reader,
          true);
    } catch (RoutedFailure e) {
      return "failed: " + e.getMessage();
    }
    return reader.text.toString();
  }

  private static Script misbehave(Received call) {
    Script script = Script.says(PIECES.toArray(String[]::new));
    int at = ThreadLocalRandom.current().nextInt(PIECES.size());
    return switch (ThreadLocalRandom.current().nextInt(8)) {
      case 0 -> Script.fails(429).header("Retry-After", "0");
      case 1 -> Script.fails(500);
      case 2 -> script.ends(Ending.HANG, at);
      case 3, 4 -> script.ends(Ending.CUT, at);
      case 5 -> script.ends(Ending.GARBLED, at);
      case 6 -> script.ends(Ending.ERROR_EVENT, at);
      default -> script;
    };
  }

  /** Goes on from what was said, repeating its last words as models do. */
  private static Script goOn(Received call) {
    String said = "";
    for (var message : call.body().path("messages")) {
      if (message.path("role").asString().equals("assistant")) {
        said = message.path("content").path(0).path("text").asString();
      }
    }
    int from = 0;
    StringBuilder read = new StringBuilder();
    while (from < PIECES.size() && read.length() + PIECES.get(from).length() <= said.length()) {
      read.append(PIECES.get(from++));
    }
    int repeated = Math.max(0, from - ThreadLocalRandom.current().nextInt(3));
    return Script.says(PIECES.subList(repeated, PIECES.size()).toArray(String[]::new));
  }
}
