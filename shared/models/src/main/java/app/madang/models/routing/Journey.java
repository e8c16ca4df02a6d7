package app.madang.models.routing;

import app.madang.metering.BudgetExceeded;
import app.madang.models.Completion;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelRequest;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** One question on its way from model to model. */
final class Journey {

  /** Rounds over all candidates while nothing was read. */
  private static final int ROUNDS = 3;

  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final Health health;
  private final Router.Reach reach;
  private final Ledger ledger;
  private final Patience patience;
  private final ModelRequest request;
  private final @Nullable RouterSink sink;
  private final boolean mayContinue;
  private final Waiter waiter;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<String, Skipped.Why> passed = new LinkedHashMap<>();
  private final Told told = new Told();
  private final long started = System.nanoTime();
  private int tooSmall;
  private Tokens spent = Tokens.NONE;
  private @Nullable String lastModel;

  Journey(
      Health health,
      Router.Reach reach,
      Ledger ledger,
      Patience patience,
      ModelRequest request,
      @Nullable RouterSink sink,
      boolean mayContinue,
      Waiter waiter) {
    this.health = health;
    this.reach = reach;
    this.ledger = ledger;
    this.patience = patience;
    this.request = request;
    this.sink = sink;
    this.mayContinue = mayContinue;
    this.waiter = waiter;
  }

  Routed travel(Route route) {
    ModelFailure last = null;
    BudgetExceeded refused = null;
    List<CatalogModel> candidates = route.candidates();
    for (int round = 0; round < ROUNDS; round++) {
      if (round > 0) {
        if (allTooDear(candidates) || last != null && !anyReads(candidates)) {
          break;
        }
        pause(round, route);
      }
      for (CatalogModel model : candidates) {
        Optional<Health.Place> place = enter(model);
        if (place.isEmpty()) {
          continue;
        }
        if (waiter.cancelled() || left().isNegative()) {
          place.get().left();
          throw failed(last == null ? nobodyWaits() : last, route);
        }
        try {
          Completion completion = attempt(model, place.get());
          return new Routed(completion, model.id(), attempts, skipped(route.before(model.id())));
        } catch (BudgetExceeded e) {
          // who named a model is told that it is too dear
          if (route.named() && attempts.isEmpty() && model.equals(candidates.getFirst())) {
            throw e;
          }
          refused = e;
          passed.put(model.id(), Skipped.Why.BUDGET);
        } catch (ModelFailure failure) {
          last = failure;
          if (failure.kind() == Kind.TOO_LONG) {
            tooSmall = Math.max(tooSmall, model.contextTokens());
          }
          if (!mayGoOn(failure)) {
            throw failed(failure, route);
          }
        }
      }
    }
    if (refused != null && last == null) {
      throw refused;
    }
    throw failed(last == null ? Router.nobodyFree() : last, route);
  }

  private Optional<Health.Place> enter(CatalogModel model) {
    if (model.contextTokens() <= tooSmall) {
      passed.put(model.id(), Skipped.Why.TOO_LONG);
      return Optional.empty();
    }
    if (passed.get(model.id()) == Skipped.Why.BUDGET) {
      return Optional.empty();
    }
    Optional<Health.Place> place = health.enter(model.id());
    if (place.isEmpty()) {
      passed.put(model.id(), health.open(model.id()) ? Skipped.Why.BUSY : Skipped.Why.RESTING);
    }
    return place;
  }

  /** Of those that were passed over, those that were never asked. */
  private List<Skipped> skipped(List<Skipped> before) {
    List<Skipped> all = new ArrayList<>(before);
    passed.forEach((model, why) -> all.add(new Skipped(model, why)));
    all.removeIf(one -> attempts.stream().anyMatch(tried -> tried.model().equals(one.model())));
    return all;
  }

  private RoutedFailure failed(ModelFailure last, Route route) {
    return new RoutedFailure(last, attempts, skipped(route.skipped()));
  }

  private static ModelFailure nobodyWaits() {
    return new ModelFailure(Kind.CANCELLED, null);
  }

  /** Waiting makes no context larger. */
  private boolean anyReads(List<CatalogModel> candidates) {
    return candidates.stream().anyMatch(model -> model.contextTokens() > tooSmall);
  }

  /** Nor does it fill a budget. */
  private boolean allTooDear(List<CatalogModel> candidates) {
    return candidates.stream().allMatch(model -> passed.get(model.id()) == Skipped.Why.BUDGET);
  }

  /** What was too long for one may be read by a model of a larger context. */
  private boolean mayGoOn(ModelFailure failure) {
    return (failure.kind().elsewhere() || failure.kind() == Kind.TOO_LONG)
        && (mayContinue || !told.begun())
        && !told.usedTools();
  }

  /** Nobody waits for one model after the other for ever. */
  private Duration left() {
    Duration most = sink == null ? patience.atOnce().multipliedBy(2) : patience.whole();
    return most.minusNanos(System.nanoTime() - started);
  }

  private void pause(int round, Route route) {
    long millis = PAUSE.toMillis() << (round - 1);
    long end =
        System.nanoTime() + (millis / 2 + ThreadLocalRandom.current().nextLong(millis)) * 1_000_000;
    try {
      while (System.nanoTime() < end && !waiter.cancelled()) {
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(nobodyWaits(), route);
    }
  }

  private Completion attempt(CatalogModel model, Health.Place place) {
    ModelRequest asked = asked(model);
    Ledger.Hold hold;
    try {
      hold = ledger.hold(model, worst(asked));
    } catch (RuntimeException | Error e) {
      place.left();
      throw e;
    }
    if (sink != null && lastModel != null && !lastModel.equals(model.id())) {
      sink.switched(lastModel, model.id(), told.begun());
    }
    lastModel = model.id();
    Stopwatch watch = new Stopwatch();
    int before = told.length();
    Completion completion;
    try {
      completion = ask(model, asked, watch);
    } catch (ModelFailure failure) {
      place.failed(failure);
      settle(hold, model, failure.kind(), broken(asked, failure, before), watch);
      throw failure;
    } catch (RuntimeException | Error e) {
      place.left();
      Tokens tokens = told.length() == before ? Tokens.NONE : estimate(asked, told.from(before));
      settle(hold, model, Kind.CANCELLED, tokens, watch);
      throw e;
    }
    place.answered();
    Tokens tokens =
        completion.tokens().estimated() ? estimate(asked, completion.text()) : completion.tokens();
    String text = told.begun() && sink != null ? told.text() : completion.text();
    Completion whole =
        new Completion(text, completion.calls(), completion.finish(), spent.plus(tokens));
    try {
      waiter.said(model.id(), whole);
    } finally {
      settle(hold, model, null, tokens, watch);
    }
    return whole;
  }

  private Completion ask(CatalogModel model, ModelRequest asked, Stopwatch watch) {
    Patience rest = patience.within(left());
    return sink == null
        ? reach.client(model).call(asked, rest, waiter::cancelled)
        : told.listen(reach.client(model), asked, rest, sink, watch);
  }

  private ModelRequest asked(CatalogModel model) {
    ModelRequest whole = told.begun() ? Continuation.of(request, told.text()) : request;
    int most = Math.min(Router.output(request), model.maxOutputTokens());
    return whole.withSampling(whole.sampling().withMaxOutputTokens(most));
  }

  private static Tokens worst(ModelRequest asked) {
    return new Tokens(TokenEstimate.most(asked), 0, Router.output(asked), true);
  }

  private static Tokens estimate(ModelRequest asked, String said) {
    return new Tokens(TokenEstimate.likely(asked), 0, TokenEstimate.likely(said), true);
  }

  /**
   * A vendor that refused at the door reads nothing, nor does one that was never sent anything; one
   * that broke was paid for what it did.
   */
  private Tokens broken(ModelRequest asked, ModelFailure failure, int before) {
    boolean silent = failure.status() != 0 || told.length() == before;
    return failure.unread() && silent ? Tokens.NONE : estimate(asked, told.from(before));
  }

  private void settle(
      Ledger.Hold hold,
      CatalogModel model,
      @Nullable Kind failure,
      Tokens tokens,
      Stopwatch watch) {
    Attempt attempt =
        new Attempt(
            model.id(), model.provider(), failure, tokens, watch.firstMillis(), watch.millis());
    attempts.add(attempt);
    spent = spent.plus(tokens);
    hold.settle(attempt);
  }
}
