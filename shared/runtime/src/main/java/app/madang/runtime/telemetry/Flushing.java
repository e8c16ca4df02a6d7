package app.madang.runtime.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * When measurements leave. Cloud Run takes the CPU away with the last byte of the last request, so
 * no timer can be trusted: the end of a request sends what is due, and only who is the last one
 * waits for it. What came since leaves with the next request, or when the instance is stopped.
 */
final class Flushing {

  private final AtomicInteger running = new AtomicInteger();
  private final AtomicLong last;
  private final Supplier<CompletableResultCode> export;
  private final Duration every;
  private final Duration patience;
  private volatile CompletableResultCode underway = CompletableResultCode.ofSuccess();

  Flushing(Supplier<CompletableResultCode> export, Duration every, Duration patience) {
    this.export = export;
    this.every = every;
    this.patience = patience;
    this.last = new AtomicLong(System.nanoTime());
  }

  void began() {
    running.incrementAndGet();
  }

  void ended() {
    long before = last.get();
    long now = System.nanoTime();
    if (now - before >= every.toNanos() && last.compareAndSet(before, now)) {
      underway = export.get();
    }
    CompletableResultCode sending = underway;
    if (running.decrementAndGet() == 0 && !sending.isDone()) {
      sending.join(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
