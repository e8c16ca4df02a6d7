package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.Money;
import app.madang.metering.Outcome;
import app.madang.metering.UsageEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessResourceException;

class UsageWriterTest {

  private static Entry entry(String model) {
    Instant now = Instant.now();
    UsageEvent event =
        new UsageEvent(
            UsageEvent.newId(now),
            now,
            UUID.randomUUID(),
            Set.of(),
            null,
            null,
            null,
            UUID.randomUUID(),
            1,
            "p",
            model,
            0,
            0,
            0,
            Money.ZERO,
            -1,
            1,
            Outcome.OK);
    return new Entry(
        List.of(event), LocalDate.EPOCH, List.of(List.of()), new CompletableFuture<>());
  }

  @Test
  void what_comes_while_a_batch_is_written_goes_together_in_the_next() throws Exception {
    List<Integer> sizes = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    try (UsageWriter writer =
            new UsageWriter(
                batch -> {
                  sizes.add(batch.size());
                  begun.countDown();
                  assertThatCode(released::await).doesNotThrowAnyException();
                });
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> calls = new ArrayList<>();
      calls.add(callers.submit(() -> writer.write(List.of(entry("first")))));
      begun.await();
      CountDownLatch queued = new CountDownLatch(20);
      for (int i = 0; i < 20; i++) {
        calls.add(
            callers.submit(
                () -> {
                  queued.countDown();
                  writer.write(List.of(entry("later")));
                }));
      }
      queued.await();
      Thread.sleep(50);
      released.countDown();
      for (Future<?> call : calls) {
        call.get();
      }
    }
    assertThat(sizes).hasSizeBetween(2, 4);
    assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(21);
  }

  @Test
  void a_hiccup_of_the_database_is_outlived() {
    List<Integer> tries = new ArrayList<>();
    try (UsageWriter writer =
        new UsageWriter(
            batch -> {
              tries.add(batch.size());
              if (tries.size() < 3) {
                throw new TransientDataAccessResourceException("away");
              }
            })) {
      writer.write(List.of(entry("a")));
    }
    assertThat(tries).hasSize(3);
  }

  @Test
  void an_entry_that_the_database_refuses_fails_alone() {
    try (UsageWriter writer =
        new UsageWriter(
            batch -> {
              if (batch.stream().anyMatch(e -> e.events().getFirst().model().equals("bad"))) {
                throw new DataIntegrityViolationException("no");
              }
            })) {
      Entry good = entry("good");
      assertThatThrownBy(() -> writer.write(List.of(good, entry("bad"))))
          .isInstanceOf(DataIntegrityViolationException.class);
      assertThat(good.committed()).isCompleted();
    }
  }

  @Test
  void an_entry_that_is_written_already_keeps_no_other_from_being_written() {
    List<String> written = new ArrayList<>();
    try (UsageWriter writer =
        new UsageWriter(
            batch -> {
              if (batch.stream().anyMatch(e -> e.events().getFirst().model().equals("old"))) {
                throw new DuplicateKeyException("there already");
              }
              batch.forEach(e -> written.add(e.events().getFirst().model()));
            })) {
      writer.write(List.of(entry("old"), entry("new")));
    }
    assertThat(written).containsExactly("new");
  }
}
