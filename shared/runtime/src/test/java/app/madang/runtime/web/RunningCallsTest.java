package app.madang.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

@Timeout(20)
class RunningCallsTest {

  private static final ContextClosedEvent END =
      new ContextClosedEvent(new StaticApplicationContext());

  private static CompletableFuture<Void> ending(RunningCalls calls) {
    return CompletableFuture.runAsync(() -> calls.onApplicationEvent(END));
  }

  @Test
  void an_end_waits_for_the_calls_that_run_and_no_other_begins() {
    RunningCalls calls = new RunningCalls(Duration.ofSeconds(10));
    assertThat(calls.began()).isTrue();
    assertThat(calls.began()).isTrue();
    CompletableFuture<Void> ending = ending(calls);
    // who still gets in before the end is told is one that runs
    while (calls.began()) {
      calls.ended();
    }
    calls.ended();
    assertThat(ending).isNotDone();
    calls.ended();
    ending.join();
    assertThat(calls.began()).isFalse();
  }

  @Test
  void an_end_does_not_wait_longer_than_its_patience() {
    RunningCalls calls = new RunningCalls(Duration.ofMillis(50));
    calls.began();
    ending(calls).join();
    calls.ended();
    assertThat(calls.began()).isFalse();
  }
}
