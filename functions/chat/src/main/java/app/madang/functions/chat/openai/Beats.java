package app.madang.functions.chat.openai;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One clock for all streams of this instance. */
final class Beats implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Beats.class);

  /** How many beats lie between two looks whether the caller may still read. */
  private static final int ADMITTED_EVERY = 10;

  private final Map<CompletionStream, BooleanSupplier> streams = new ConcurrentHashMap<>();
  private int beats;

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("api-beat").daemon().factory());

  Beats() {
    clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  void add(CompletionStream stream, BooleanSupplier admitted) {
    streams.put(stream, admitted);
  }

  void remove(CompletionStream stream) {
    streams.remove(stream);
  }

  private void beat() {
    long now = System.nanoTime();
    boolean ask = beats++ % ADMITTED_EVERY == 0;
    streams.forEach(
        (stream, admitted) -> {
          try {
            if (ask && !admitted.getAsBoolean()) {
              stream.end();
            }
            stream.beat(now);
          } catch (RuntimeException e) {
            LOG.warn("A stream cannot be looked after", e);
          }
        });
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
