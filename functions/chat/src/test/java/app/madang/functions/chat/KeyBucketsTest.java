package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeyBucketsTest {

  /** Two keys that lie side by side in any hash table. */
  private static final UUID SLOW = new UUID(0, 1);

  private static final UUID OTHER = new UUID(1, 0);

  /** A thread each: the common pool may have a single one. */
  private static final Executor APART = task -> Thread.ofPlatform().daemon().start(task);

  @Test
  @Timeout(10)
  void aKeyWhoseBucketIsSlowHoldsNoOtherUp() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answers = new CountDownLatch(1);
    KeyBuckets buckets =
        new KeyBuckets(
            key -> {
              if (key.equals(SLOW)) {
                asked.countDown();
                await(answers);
              }
              return 3;
            });
    CompletableFuture<Integer> slow =
        CompletableFuture.supplyAsync(() -> buckets.take(SLOW), APART);
    asked.await();
    CompletableFuture<Integer> other =
        CompletableFuture.supplyAsync(() -> buckets.take(OTHER), APART);
    assertThat(other.get(5, TimeUnit.SECONDS)).isZero();
    answers.countDown();
    assertThat(slow.get(5, TimeUnit.SECONDS)).isZero();
  }

  @Test
  void whatWasTakenIsUsedUpBeforeMoreIsAskedFor() {
    AtomicInteger asked = new AtomicInteger();
    KeyBuckets buckets = new KeyBuckets(key -> asked.incrementAndGet() == 1 ? 3 : 0);
    for (int i = 0; i < 3; i++) {
      assertThat(buckets.take(OTHER)).isZero();
    }
    assertThat(asked).hasValue(1);
    assertThat(buckets.take(OTHER)).isEqualTo(1);
    assertThat(buckets.take(OTHER)).isEqualTo(1);
    assertThat(asked).hasValue(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
