package app.madang.models.routing;

import app.madang.models.ModelFailure;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** How the models of this instance do: a circuit breaker and a bulkhead each. */
public final class Health {

  private final Map<String, One> models = new ConcurrentHashMap<>();
  private final CircuitBreakerConfig breaker;
  private final BulkheadConfig bulkhead;

  /** With limits that suit vendors. */
  public Health() {
    this(Duration.ofSeconds(15), 512);
  }

  /**
   * With other limits.
   *
   * @param rest how long a model that fails is left alone
   * @param most how many calls of one model may be under way
   */
  public Health(Duration rest, int most) {
    breaker =
        CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(rest)
            .permittedNumberOfCallsInHalfOpenState(2)
            .build();
    bulkhead =
        BulkheadConfig.custom().maxConcurrentCalls(most).maxWaitDuration(Duration.ZERO).build();
  }

  private One of(String model) {
    return models.computeIfAbsent(
        model, id -> new One(CircuitBreaker.of(id, breaker), Bulkhead.of(id, bulkhead)));
  }

  /** Whether a model is asked at all now. */
  public boolean open(String model) {
    One one = models.get(model);
    return one == null
        || one.restUntil < System.nanoTime() && one.breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /** How each model's breaker stands: 0 closed, 1 half open, 2 open. */
  public Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>();
    models.forEach((id, one) -> states.put(id, state(one.breaker.getState())));
    return states;
  }

  private static long state(CircuitBreaker.State state) {
    return switch (state) {
      case OPEN, FORCED_OPEN -> 2;
      case HALF_OPEN -> 1;
      default -> 0;
    };
  }

  /** A place for one call; empty when the model rests or is full. */
  Optional<Place> enter(String model) {
    One one = of(model);
    if (one.restUntil > System.nanoTime() || !one.bulkhead.tryAcquirePermission()) {
      return Optional.empty();
    }
    if (!one.breaker.tryAcquirePermission()) {
      one.bulkhead.onComplete();
      return Optional.empty();
    }
    return Optional.of(new Place(one));
  }

  private static final class One {

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private volatile long restUntil = System.nanoTime();

    private One(CircuitBreaker breaker, Bulkhead bulkhead) {
      this.breaker = breaker;
      this.bulkhead = bulkhead;
    }
  }

  /** One call of a model. */
  static final class Place {

    private final One one;
    private final long started = System.nanoTime();

    private Place(One one) {
      this.one = one;
    }

    void answered() {
      one.bulkhead.onComplete();
      one.breaker.onSuccess(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }

    /** Only what is the model's fault counts against it. */
    void failed(ModelFailure failure) {
      one.bulkhead.onComplete();
      Duration wait = failure.retryAfter();
      if (wait != null && failure.kind() == ModelFailure.Kind.RATE_LIMITED) {
        one.restUntil = System.nanoTime() + wait.toNanos();
      }
      switch (failure.kind()) {
        case CANCELLED, TOO_LONG, INVALID, CONTENT_REFUSED -> one.breaker.releasePermission();
        default -> one.breaker.onError(System.nanoTime() - started, TimeUnit.NANOSECONDS, failure);
      }
    }

    /** The call ended before it began. */
    void left() {
      one.bulkhead.onComplete();
      one.breaker.releasePermission();
    }
  }
}
