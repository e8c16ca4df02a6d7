package app.madang.functions.chat.openai;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One clock for all answers that programs wait for at this instance. What still runs when the
 * instance stops is ended before anything that its bill needs is closed.
 */
public final class Beats implements SmartLifecycle, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

  /** A call is broken off within a tenth of a second and then settled. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  /** How many beats lie between two looks whether the caller may still read. */
  private static final int ADMITTED_EVERY = 10;

  private final Map<Watched, BooleanSupplier> waiting = new ConcurrentHashMap<>();
  private int beats;
  private volatile boolean running;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("api-beat").daemon().factory());

  Beats() {
    clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Looks after an answer until it is removed.
   *
   * @param admitted whether its caller may still get it; asked by the clock's thread; an {@link
   *     OpenAiProblem} that it throws says why not
   */
  public void add(Watched answer, BooleanSupplier admitted) {
    waiting.put(answer, admitted);
  }

  /** The answer is given. */
  public void remove(Watched answer) {
    waiting.remove(answer);
  }

  private void beat() {
    long now = System.nanoTime();
    boolean ask = beats++ % ADMITTED_EVERY == 0;
    waiting.forEach(
        (answer, admitted) -> {
          try {
            if (ask && !admitted.getAsBoolean()) {
              answer.end(OpenAiProblem.badKey());
            }
            answer.beat(now);
          } catch (OpenAiProblem why) {
            answer.end(why);
          } catch (RuntimeException e) {
            LOG.warn("An answer cannot be looked after", e);
          }
        });
  }

  @Override
  public void start() {
    running = true;
  }

  /** Calls had their time to end well by now; each is removed when it is settled. */
  @Override
  public void stop() {
    running = false;
    waiting.keySet().forEach(answer -> answer.end(OpenAiProblem.stopping()));
    long end = System.nanoTime() + LAST_WORDS.toNanos();
    while (!waiting.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
