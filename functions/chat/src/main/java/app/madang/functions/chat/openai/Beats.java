package app.madang.functions.chat.openai;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clock for all answers that programs wait for at this instance. */
public final class Beats implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

  /** How many beats lie between two looks whether the caller may still read. */
  private static final int ADMITTED_EVERY = 10;

  private final Map<Watched, BooleanSupplier> waiting = new ConcurrentHashMap<>();
  private int beats;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("api-beat").daemon().factory());

  Beats() {
    clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Looks after an answer until it is removed.
   *
   * @param admitted whether its caller may still get it; asked by the clock's thread
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
              answer.end();
            }
            answer.beat(now);
          } catch (RuntimeException e) {
            LOG.warn("An answer cannot be looked after", e);
          }
        });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
