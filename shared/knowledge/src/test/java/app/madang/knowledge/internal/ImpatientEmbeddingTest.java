package app.madang.knowledge.internal;

import static app.madang.knowledge.EmbeddingSpace.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.runtime.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ImpatientEmbeddingTest {

  private final Cold cold = new Cold();
  private final ImpatientEmbedding impatient =
      new ImpatientEmbedding(cold, Duration.ofMillis(50), Duration.ofMinutes(1));

  @Test
  void aColdFunctionIsWokenOnceAndNobodyElseWaits() throws Exception {
    assertThatThrownBy(
            () -> impatient.embed(LOCAL, Purpose.QUESTION, Clearance.INTERNAL, List.of("a")))
        .isInstanceOf(EmbeddingUnavailableException.class);
    long before = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(
              () -> impatient.embed(LOCAL, Purpose.QUESTION, Clearance.INTERNAL, List.of("b")))
          .isInstanceOf(EmbeddingUnavailableException.class);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(1000));
    assertThat(cold.calls).hasValue(1);

    cold.awake.countDown();
    assertThat(cold.answered.await(5, TimeUnit.SECONDS)).isTrue();
    // the late answer ends the rest
    assertThat(eventually()).hasSize(1);
  }

  @Test
  void afterAFailureNobodyWaitsForAWhile() {
    ImpatientEmbedding broken =
        new ImpatientEmbedding(
            (space, purpose, data, texts) -> {
              cold.calls.incrementAndGet();
              throw new EmbeddingUnavailableException("down");
            },
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () -> broken.embed(LOCAL, Purpose.QUESTION, Clearance.INTERNAL, List.of("a")))
          .isInstanceOf(EmbeddingUnavailableException.class);
    }
    assertThat(cold.calls).hasValue(1);
  }

  @Test
  void onePersonsEmptyBudgetIsNotEverybodysAndThePersonIsKnownInside() throws Exception {
    Caller poor = new Caller(UUID.randomUUID(), "poor@example.com", "poor", Set.of());
    ImpatientEmbedding paid =
        new ImpatientEmbedding(
            (space, purpose, data, texts) -> {
              if (Caller.find().equals(Optional.of(poor))) {
                throw EmbeddingUnavailableException.refused("used up");
              }
              return List.of(new float[] {1});
            },
            Duration.ofSeconds(5),
            Duration.ofMinutes(1));
    assertThatThrownBy(
            () ->
                Caller.callAs(
                    poor,
                    () -> paid.embed(LOCAL, Purpose.QUESTION, Clearance.INTERNAL, List.of("a"))))
        .isInstanceOf(EmbeddingUnavailableException.class);
    assertThat(paid.embed(LOCAL, Purpose.QUESTION, Clearance.INTERNAL, List.of("a"))).hasSize(1);
  }

  private List<float[]> eventually() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      try {
        return impatient.embed(LOCAL, Purpose.QUESTION, Clearance.INTERNAL, List.of("c"));
      } catch (EmbeddingUnavailableException e) {
        TimeUnit.MILLISECONDS.sleep(10);
      }
    }
    return List.of();
  }

  /** Answers only when woken. */
  private static final class Cold implements EmbeddingPort {
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch awake = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Override
    public List<float[]> embed(
        EmbeddingSpace space, Purpose purpose, Clearance data, List<String> texts) {
      calls.incrementAndGet();
      try {
        awake.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      answered.countDown();
      return List.of(new float[384]);
    }
  }
}
