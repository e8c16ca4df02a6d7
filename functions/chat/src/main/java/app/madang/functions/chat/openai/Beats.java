package app.madang.functions.chat.openai;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One clock for all streams of this instance. */
final class Beats implements AutoCloseable {

  private final Set<CompletionStream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("api-beat").daemon().factory());

  Beats() {
    clock.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
  }

  void add(CompletionStream stream) {
    streams.add(stream);
  }

  void remove(CompletionStream stream) {
    streams.remove(stream);
  }

  private void beat() {
    long now = System.nanoTime();
    streams.forEach(stream -> stream.beat(now));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
