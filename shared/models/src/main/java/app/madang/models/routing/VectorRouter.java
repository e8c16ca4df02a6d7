package app.madang.models.routing;

import app.madang.contracts.Clearance;
import app.madang.models.Embedded;
import app.madang.models.EmbeddingPurpose;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.routing.RoutingProblem.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one embedding model, again when it fails for a moment. Another never takes over: vectors of
 * two models cannot be compared.
 */
public final class VectorRouter {

  private static final int TRIES = 3;
  private static final Duration WHOLE = Duration.ofSeconds(60);

  private final Supplier<Catalogue> catalogue;
  private final Router.Reach reach;
  private final Health health;

  /** Over a catalogue that may change between calls. */
  public VectorRouter(Supplier<Catalogue> catalogue, Router.Reach reach, Health health) {
    this.catalogue = catalogue;
    this.reach = reach;
    this.health = health;
  }

  /** Vectors and how they came. */
  public record Vectors(Embedded embedded, List<Attempt> attempts) {

    /** Copies the list. */
    public Vectors {
      attempts = List.copyOf(attempts);
    }
  }

  /**
   * The model of a name, if it may see such data and reads texts that long.
   *
   * @throws RoutingProblem when it may not be asked
   */
  public CatalogModel model(
      String id, List<String> texts, @Nullable Integer dimensions, Clearance data) {
    Catalogue now = catalogue.get();
    CatalogModel model =
        now.named(id)
            .filter(found -> found.embeds() && found.enabled() && reach.usable(found))
            .orElseThrow(() -> new RoutingProblem(Reason.UNKNOWN_MODEL, id));
    if (!now.providerOf(model).clearance().allows(data)) {
      throw new RoutingProblem(Reason.CLEARANCE, null);
    }
    if (dimensions != null && !model.gives(dimensions)) {
      throw new RoutingProblem(Reason.ABILITY, null);
    }
    for (String text : texts) {
      long tokens = TokenEstimate.likely(text);
      if (tokens > model.contextTokens()) {
        throw new RoutingProblem(tokens, model.contextTokens());
      }
    }
    return model;
  }

  /**
   * What is to be turned into vectors.
   *
   * @param dimensions how long they shall be; null leaves it to the model
   * @param cancelled whether nobody wants them any more; looked at several times a second, by any
   *     thread
   */
  public record Wanted(
      List<String> texts,
      @Nullable Integer dimensions,
      EmbeddingPurpose purpose,
      BooleanSupplier cancelled) {

    private Tokens likely() {
      return new Tokens(texts.stream().mapToLong(TokenEstimate::likely).sum(), 0, 0, true);
    }
  }

  /**
   * Turns texts into vectors.
   *
   * @throws RoutedFailure when it could not
   */
  public Vectors embed(CatalogModel model, Wanted wanted, Ledger ledger) {
    List<Attempt> attempts = new ArrayList<>();
    ModelFailure last = Router.nobodyFree();
    long end = System.nanoTime() + WHOLE.toNanos();
    for (int round = 0; round < TRIES; round++) {
      if (round > 0) {
        pause(round);
      }
      if (wanted.cancelled().getAsBoolean()) {
        last = new ModelFailure(Kind.CANCELLED, null);
        break;
      }
      Duration left = Duration.ofNanos(end - System.nanoTime());
      Optional<Health.Place> place =
          left.isPositive() ? health.enter(model.id()) : Optional.empty();
      if (place.isEmpty()) {
        continue;
      }
      try {
        return new Vectors(attempt(model, wanted, left, ledger, place.get(), attempts), attempts);
      } catch (ModelFailure failure) {
        last = failure;
        if (!momentary(failure.kind())) {
          break;
        }
      }
    }
    throw new RoutedFailure(last, attempts);
  }

  private Embedded attempt(
      CatalogModel model,
      Wanted wanted,
      Duration left,
      Ledger ledger,
      Health.Place place,
      List<Attempt> attempts) {
    long most = wanted.texts().stream().mapToLong(TokenEstimate::most).sum();
    Ledger.Hold hold;
    try {
      hold = ledger.hold(model, new Tokens(most, 0, 0, true));
    } catch (RuntimeException | Error e) {
      place.left();
      throw e;
    }
    Stopwatch watch = new Stopwatch();
    Tokens spent = Tokens.NONE;
    Kind failed = Kind.CANCELLED;
    try {
      Embedded embedded =
          reach
              .embedder(model)
              .embed(
                  wanted.texts(),
                  wanted.dimensions(),
                  wanted.purpose(),
                  new Patience(left, left, left),
                  wanted.cancelled());
      spent = embedded.tokens().estimated() ? wanted.likely() : embedded.tokens();
      failed = null;
      place.answered();
      return new Embedded(embedded.vectors(), spent);
    } catch (ModelFailure failure) {
      failed = failure.kind();
      // who leaves early leaves the vendor's bill
      spent = failure.unread() ? Tokens.NONE : wanted.likely();
      place.failed(failure);
      throw failure;
    } catch (RuntimeException | Error e) {
      place.left();
      throw e;
    } finally {
      Attempt attempt =
          new Attempt(model.id(), model.provider(), failed, spent, -1, watch.millis());
      attempts.add(attempt);
      hold.settle(attempt);
    }
  }

  private static boolean momentary(Kind kind) {
    return switch (kind) {
      case RATE_LIMITED, UNAVAILABLE, CUT, GARBLED -> true;
      default -> false;
    };
  }

  private static void pause(int round) {
    long millis = 100L << round;
    try {
      Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RoutedFailure(new ModelFailure(Kind.CANCELLED, e), List.of());
    }
  }
}
