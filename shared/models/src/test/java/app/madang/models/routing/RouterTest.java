package app.madang.models.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.madang.contracts.Clearance;
import app.madang.metering.BudgetExceeded;
import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetScope;
import app.madang.metering.Money;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.Patience;
import app.madang.models.catalogue.Policy;
import app.madang.models.routing.RoutingProblem.Reason;
import app.madang.models.routing.Skipped.Why;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import app.madang.testing.vendors.WireDialect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RouterTest {

  private static final ModelRequest HELLO = ModelRequest.of(List.of(FromPerson.of("안녕하세요")));
  private static final Selection GPT = Selection.parse("gpt");

  private final Fleet fleet = new Fleet();

  @AfterEach
  void stop() throws Exception {
    fleet.close();
  }

  private Routed stream(
      Router router, Selection selection, Clearance data, Reader reader, boolean mayContinue) {
    return router.stream(
        router.candidates(selection, HELLO, data), HELLO, fleet, reader, mayContinue);
  }

  private Routed call(Selection selection, ModelRequest request, Clearance data, Fleet ledger) {
    Router router = fleet.router();
    return router.call(router.candidates(selection, request, data), request, ledger);
  }

  private Routed ask(Router router, Reader reader) {
    return stream(router, GPT, Clearance.INTERNAL, reader, true);
  }

  @Test
  void asksWhoWasNamed() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("네", "!"));
    Reader reader = new Reader();
    Routed routed = ask(fleet.router(), reader);
    assertThat(reader.text).hasToString("네!");
    assertThat(routed.model()).isEqualTo("gpt");
    assertThat(routed.attempts()).singleElement().extracting(Attempt::failure).isNull();
    assertThat(fleet.settled).containsExactlyElementsOf(routed.attempts());
    assertThat(fleet.held.peek().output()).isEqualTo(1_000);
  }

  @Test
  void goesToAnotherVendorWhenOneFailsBeforeTheFirstPiece() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.fails(500));
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.says("여기요"));
    Reader reader = new Reader();
    Routed routed = ask(fleet.router(), reader);
    assertThat(reader.text).hasToString("여기요");
    assertThat(reader.switches).containsExactly("gpt->claude");
    assertThat(routed.model()).isEqualTo("claude");
    assertThat(fleet.settled).extracting(Attempt::failure).containsExactly(Kind.UNAVAILABLE, null);
    assertThat(fleet.settled.peek().tokens().output()).isZero();
  }

  @Test
  void goesOnInTheMiddleWithoutDoublingOrLosingAnything() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("연차는 ", "열다섯 ", "날").ends(Ending.CUT, 2));
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.says("열다섯 ", "날이며, 이월된다."));
    Reader reader = new Reader();
    Routed routed = ask(fleet.router(), reader);
    assertThat(reader.text).hasToString("연차는 열다섯 날이며, 이월된다.");
    assertThat(routed.completion().text()).isEqualTo(reader.text.toString());
    assertThat(reader.switches).containsExactly("gpt~>claude");
    String asked = fleet.vendor(WireDialect.ANTHROPIC).received().remove().body().toString();
    assertThat(asked).contains("연차는 열다섯 ", "exactly where it stops");
    assertThat(fleet.settled).hasSize(2);
    assertThat(fleet.settled.peek().tokens().estimated()).isTrue();
    assertThat(fleet.settled.peek().tokens().output()).isPositive();
  }

  @Test
  void leavesOutWhatACompleteRestartRepeats() {
    String said = "연차 휴가는 일 년에 열다섯 날이고 ";
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says(said, "x").ends(Ending.CUT, 1));
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.says("연차 휴가는 일 년에 ", "열다섯 날이고 ", "이월됩니다."));
    Reader reader = new Reader();
    ask(fleet.router(), reader);
    assertThat(reader.text).hasToString(said + "이월됩니다.");
  }

  @Test
  void doesNotGoOnWhenThatIsNotAllowed() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("a", "b").ends(Ending.CUT, 1));
    Reader reader = new Reader();
    RoutedFailure failure =
        catchThrowableOfType(
            RoutedFailure.class,
            () -> stream(fleet.router(), GPT, Clearance.INTERNAL, reader, false));
    assertThat(failure.last().kind()).isEqualTo(Kind.CUT);
    assertThat(fleet.vendor(WireDialect.ANTHROPIC).received()).isEmpty();
  }

  @Test
  void doesNotAskElsewhereWhatAFilterRefused() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says().ends(Ending.REFUSED, 0));
    RoutedFailure failure =
        catchThrowableOfType(RoutedFailure.class, () -> ask(fleet.router(), new Reader()));
    assertThat(failure.last().kind()).isEqualTo(Kind.CONTENT_REFUSED);
    assertThat(failure.attempts()).hasSize(1);
  }

  @Test
  void opensItsBreakerAndClosesItAgain() throws Exception {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.fails(503));
    Health health = new Health(Duration.ofMillis(400), 8);
    Router router = fleet.router(health);
    for (int i = 0; i < 6; i++) {
      ask(router, new Reader());
    }
    assertThat(health.open("gpt")).isFalse();
    int asked = fleet.vendor(WireDialect.OPENAI).received().size();
    ask(router, new Reader());
    assertThat(fleet.vendor(WireDialect.OPENAI).received()).as("left alone").hasSize(asked);

    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("wieder da"));
    Thread.sleep(500);
    for (int i = 0; i < 3; i++) {
      assertThat(ask(router, new Reader()).model()).isEqualTo("gpt");
    }
    assertThat(health.open("gpt")).isTrue();
  }

  @Test
  void leavesAVendorAloneForAsLongAsItAsks() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.fails(429).header("Retry-After", "60"));
    Router router = fleet.router();
    ask(router, new Reader());
    ask(router, new Reader());
    assertThat(fleet.vendor(WireDialect.OPENAI).received()).hasSize(1);
  }

  @Test
  void triesTheOnlyOneAgain() {
    fleet.keyless.add("claude");
    fleet.keyless.add("gemini");
    int[] calls = {0};
    fleet
        .vendor(WireDialect.OPENAI)
        .behaves(call -> calls[0]++ == 0 ? Script.fails(500) : Script.says("doch"));
    assertThat(ask(fleet.router(), new Reader()).completion().text()).isEqualTo("doch");
    assertThat(fleet.settled).hasSize(2);
  }

  @Test
  void neverAsksAModelThatMayNotSeeTheData() {
    Reader reader = new Reader();
    Routed routed =
        stream(
            fleet.router(),
            new Selection.ByPolicy(Policy.BEST),
            Clearance.CONFIDENTIAL,
            reader,
            true);
    assertThat(routed.model()).isEqualTo("gemini");
    fleet.keyless.add("gemini");
    RoutingProblem problem =
        catchThrowableOfType(
            RoutingProblem.class,
            () -> call(new Selection.ByPolicy(Policy.BEST), HELLO, Clearance.CONFIDENTIAL, fleet));
    assertThat(problem.reason()).isEqualTo(Reason.CLEARANCE);
    assertThat(fleet.vendor(WireDialect.OPENAI).received()).isEmpty();
    assertThat(fleet.vendor(WireDialect.ANTHROPIC).received()).isEmpty();
  }

  @Test
  void saysWhyNoModelCanBeAsked() {
    assertThat(reason(Selection.parse("gpt-9"), HELLO)).isEqualTo(Reason.UNKNOWN_MODEL);
    assertThat(reason(Selection.parse("../../etc/passwd"), HELLO)).isEqualTo(Reason.UNKNOWN_MODEL);
    assertThat(reason(Selection.parse("private"), HELLO)).isEqualTo(Reason.NO_MODEL);
    fleet.keyless.add("gpt");
    assertThat(reason(GPT, HELLO)).isEqualTo(Reason.UNKNOWN_MODEL);
    ModelRequest picture =
        ModelRequest.of(List.of(new FromPerson(List.of(new Image("image/png", "aa")))));
    assertThat(reason(Selection.parse("best"), picture)).isEqualTo(Reason.ABILITY);
    RoutingProblem tooLong =
        catchThrowableOfType(
            RoutingProblem.class,
            () ->
                call(
                    Selection.parse("best"),
                    ModelRequest.of(List.of(FromPerson.of("가".repeat(200_000)))),
                    Clearance.PUBLIC,
                    fleet));
    assertThat(tooLong.reason()).isEqualTo(Reason.TOO_LONG);
    assertThat(tooLong.most()).isEqualTo(100_000);
    assertThat(tooLong.tokens()).isGreaterThan(200_000);
    assertThat(fleet.settled).isEmpty();
  }

  private Reason reason(Selection selection, ModelRequest request) {
    return catchThrowableOfType(
            RoutingProblem.class, () -> call(selection, request, Clearance.INTERNAL, fleet))
        .reason();
  }

  @Test
  void takesTheRoomierModelForALongCall() {
    ModelRequest longer = ModelRequest.of(List.of(FromPerson.of("가".repeat(8_000))));
    Routed routed = call(Selection.parse("best"), longer, Clearance.INTERNAL, fleet);
    assertThat(routed.model()).isEqualTo("claude");
  }

  @Test
  void holdsTheWorstAndEnforcesIt() {
    call(
        GPT,
        HELLO.withSampling(Sampling.defaults().withMaxOutputTokens(77)),
        Clearance.INTERNAL,
        fleet);
    assertThat(fleet.held.peek().output()).isEqualTo(77);
    assertThat(fleet.held.peek().input())
        .isGreaterThanOrEqualTo("안녕하세요".getBytes(java.nio.charset.StandardCharsets.UTF_8).length);
    assertThat(
            fleet
                .vendor(WireDialect.OPENAI)
                .received()
                .remove()
                .body()
                .path("max_completion_tokens")
                .asInt())
        .isEqualTo(77);
  }

  @Test
  void whatIsTooLongForOneIsReadByAModelOfALargerContext() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.fails(413));
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.fails(413));
    Reader reader = new Reader();
    RoutedFailure failure =
        catchThrowableOfType(RoutedFailure.class, () -> ask(fleet.router(), reader));
    assertThat(failure.last().kind()).isEqualTo(Kind.TOO_LONG);
    // gemini's context is no larger than claude's, and nobody is asked again
    assertThat(failure.attempts()).extracting(Attempt::model).containsExactly("gpt", "claude");
    assertThat(failure.attempts()).allSatisfy(it -> assertThat(it.tokens().input()).isZero());
  }

  @Test
  void aLedgerThatBreaksDoesNotSettleTwice() {
    int[] settled = {0};
    Ledger broken =
        (model, worst) ->
            attempt -> {
              settled[0]++;
              throw new IllegalStateException("no database");
            };
    Health health = new Health(Duration.ofMillis(300), 1);
    Router router = fleet.router(health);
    for (int i = 0; i < 3; i++) {
      assertThat(
              catchThrowableOfType(
                  IllegalStateException.class,
                  () ->
                      router.call(
                          router.candidates(GPT, HELLO, Clearance.INTERNAL), HELLO, broken)))
          .isNotNull();
    }
    assertThat(settled[0]).isEqualTo(3);
  }

  @Test
  void aModelThatHangsGivesWayWhenTheAnswerDoesNotComeInPieces() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("nie").ends(Ending.HANG, 0));
    fleet.vendor(WireDialect.ANTHROPIC).behaves(Script.says("여기요"));
    assertThat(call(GPT, HELLO, Clearance.INTERNAL, fleet).completion().text()).isEqualTo("여기요");
  }

  @Test
  void saysWhoWasPassedOverAndWhy() {
    Health health = new Health(Duration.ofSeconds(30), 8);
    fleet.vendor(WireDialect.OPENAI).behaves(Script.fails(429).header("Retry-After", "60"));
    Router router = fleet.router(health);
    assertThat(ask(router, new Reader()).skipped()).as("it was asked").isEmpty();
    Routed resting = ask(router, new Reader());
    assertThat(resting.attempts()).extracting(Attempt::model).containsExactly("claude");
    assertThat(resting.skipped()).containsExactly(new Skipped("gpt", Why.RESTING));

    ModelRequest longer = ModelRequest.of(List.of(FromPerson.of("가".repeat(8_000))));
    Route route = router.route(new Selection.ByPolicy(Policy.BEST), longer, Clearance.INTERNAL);
    assertThat(router.stream(route, longer, fleet, new Reader(), true).skipped())
        .containsExactly(new Skipped("gpt", Why.TOO_LONG));
    route = router.route(new Selection.ByPolicy(Policy.BEST), HELLO, Clearance.CONFIDENTIAL);
    assertThat(router.stream(route, HELLO, fleet, new Reader(), true).skipped())
        .containsExactly(new Skipped("gpt", Why.CLEARANCE), new Skipped("claude", Why.CLEARANCE));
    // who stands behind the one that answered was not passed over
    route = router.route(new Selection.ByModel("gemini"), longer, Clearance.INTERNAL);
    assertThat(router.stream(route, longer, fleet, new Reader(), true).skipped()).isEmpty();
  }

  /** Free for some. */
  private static Ledger forbids(String... dear) {
    return (model, worst) -> {
      if (List.of(dear).contains(model.id())) {
        throw new BudgetExceeded(
            BudgetScope.COMPANY,
            BudgetPeriod.MONTH,
            Money.ZERO,
            Money.ZERO,
            Money.ZERO,
            java.time.Instant.EPOCH);
      }
      return attempt -> {};
    };
  }

  @Test
  void whatIsTooDearGivesWayToWhatIsPaidForUnlessItWasNamed() {
    Router router = fleet.router();
    Route best = router.route(new Selection.ByPolicy(Policy.BEST), HELLO, Clearance.INTERNAL);
    Routed routed = router.call(best, HELLO, forbids("gpt", "claude"), () -> false);
    assertThat(routed.model()).isEqualTo("gemini");
    assertThat(routed.skipped())
        .containsExactly(new Skipped("gpt", Why.BUDGET), new Skipped("claude", Why.BUDGET));
    assertThatThrownBy(
            () -> router.call(best, HELLO, forbids("gpt", "claude", "gemini"), () -> false))
        .isInstanceOf(BudgetExceeded.class);
    Route named = router.route(GPT, HELLO, Clearance.INTERNAL);
    assertThatThrownBy(() -> router.call(named, HELLO, forbids("gpt"), () -> false))
        .isInstanceOf(BudgetExceeded.class);
  }

  @Test
  void breaksOffAndSettlesWhenNobodyWaitsAnyMore() {
    fleet.vendor(WireDialect.OPENAI).behaves(Script.says("nie").ends(Ending.HANG, 0));
    Router router = fleet.router();
    long end = System.nanoTime() + 300_000_000;
    RoutedFailure failure =
        catchThrowableOfType(
            RoutedFailure.class,
            () ->
                router.call(
                    router.route(GPT, HELLO, Clearance.INTERNAL),
                    HELLO,
                    fleet,
                    () -> System.nanoTime() > end));
    assertThat(failure.last().kind()).isEqualTo(Kind.CANCELLED);
    assertThat(fleet.settled)
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEqualTo(Kind.CANCELLED);
              assertThat(attempt.millis()).isLessThan(1_200);
              assertThat(attempt.tokens().input()).isPositive();
            });
    assertThat(fleet.vendor(WireDialect.ANTHROPIC).received()).isEmpty();
  }

  @Test
  void theTimeForAllEndsAnAttemptInItsMiddle() {
    for (WireDialect dialect : WireDialect.values()) {
      fleet.vendor(dialect).behaves(Script.says("nie").ends(Ending.HANG, 0));
    }
    Router router =
        new Router(
            () -> fleet.catalogue,
            fleet,
            new Health(Duration.ofMillis(300), 8),
            new Patience(
                Duration.ofMillis(900),
                Duration.ofMillis(900),
                Duration.ofMillis(1_300),
                Duration.ofSeconds(9)));
    RoutedFailure failure =
        catchThrowableOfType(RoutedFailure.class, () -> ask(router, new Reader()));
    assertThat(failure.attempts()).extracting(Attempt::model).containsExactly("gpt", "claude");
    assertThat(failure.attempts().getLast().millis()).as("what was left").isLessThan(800);
  }
}
