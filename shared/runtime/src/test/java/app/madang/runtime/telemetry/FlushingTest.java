package app.madang.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlushingTest {

  private final List<CompletableResultCode> exports = new ArrayList<>();

  private Flushing every(Duration interval) {
    return new Flushing(
        () -> {
          CompletableResultCode export = new CompletableResultCode();
          exports.add(export);
          return export;
        },
        interval,
        Duration.ofMillis(150));
  }

  @Test
  void nothing_leaves_before_it_is_due() {
    Flushing flushing = every(Duration.ofHours(1));
    flushing.began();
    flushing.ended();
    assertThat(exports).isEmpty();
  }

  @Test
  void who_is_not_the_last_waits_for_nothing() {
    Flushing flushing = every(Duration.ZERO);
    flushing.began();
    flushing.began();
    long started = System.nanoTime();
    flushing.ended();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(100));
    assertThat(exports).hasSize(1);
  }

  @Test
  void the_last_waits_but_not_for_ever() {
    Flushing flushing = every(Duration.ZERO);
    flushing.began();
    long started = System.nanoTime();
    flushing.ended();
    assertThat(Duration.ofNanos(System.nanoTime() - started))
        .isBetween(Duration.ofMillis(140), Duration.ofSeconds(5));
  }

  @Test
  void the_last_waits_for_what_another_sends() {
    Flushing flushing = every(Duration.ofMillis(50));
    flushing.began();
    flushing.began();
    sleep(60);
    flushing.ended();
    Thread.ofVirtual()
        .start(
            () -> {
              sleep(40);
              exports.getFirst().succeed();
            });
    flushing.ended();
    assertThat(exports).hasSize(1);
    assertThat(exports.getFirst().isDone()).isTrue();
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
