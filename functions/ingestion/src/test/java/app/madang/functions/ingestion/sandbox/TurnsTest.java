package app.madang.functions.ingestion.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Hogs are processes that work without end; the others take no time at all. */
class TurnsTest {

  private static final Duration MOST = Duration.ofSeconds(6);

  private final Turns turns = new Turns(2, Duration.ofMillis(300), Duration.ofSeconds(1));
  private final AtomicInteger starts = new AtomicInteger();
  private final AtomicInteger hogStarts = new AtomicInteger();

  @Test
  void nobodyWaitsForHogsToEnd() throws Exception {
    try (ExecutorService events = Executors.newCachedThreadPool()) {
      List<Future<Integer>> hogs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        hogs.add(events.submit(() -> hog(1)));
      }
      Thread.sleep(200);
      long start = System.nanoTime();
      List<Future<Integer>> others = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        others.add(events.submit(this::quick));
      }
      for (Future<Integer> other : others) {
        assertThat(other.get()).isZero();
      }
      assertThat(System.nanoTime() - start).as("waited").isLessThan(MOST.toNanos());
      assertThat(hogs).as("a hog goes on").anyMatch(hog -> !hog.isDone());
      for (Future<Integer> hog : hogs) {
        assertThat(hog.get()).isEqualTo(ParserProcess.OUT_OF_TIME);
      }
    }
  }

  @Test
  void whoRunsLongMakesRoomOnceAndIsNotGivenUp() throws Exception {
    try (ExecutorService events = Executors.newCachedThreadPool()) {
      Callable<Integer> hog = () -> hog(9);
      List<Future<Integer>> hogs = List.of(events.submit(hog), events.submit(hog));
      Thread.sleep(200);
      Future<Integer> patient = events.submit(() -> working("2"));
      Future<Integer> waiting = events.submit(this::quick);
      assertThat(waiting.get()).isZero();
      assertThat(patient.get()).isZero();
      assertThat(hogs).as("they go on after it").anyMatch(one -> !one.isDone());
      for (Future<Integer> one : hogs) {
        assertThat(one.get()).isEqualTo(ParserProcess.OUT_OF_TIME);
      }
    }
  }

  @Test
  void whatAHogRanBeforeItMadeRoomCountsToo() throws Exception {
    try (ExecutorService events = Executors.newCachedThreadPool()) {
      List<AtomicLong> ran = List.of(new AtomicLong(), new AtomicLong());
      List<Future<Integer>> hogs =
          ran.stream().map(mine -> events.submit(() -> hog(9, mine))).toList();
      Thread.sleep(200);
      // more than the quick lane has room for: two must go over to where the hogs are
      List<Future<Integer>> patient = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        patient.add(events.submit(() -> working("2")));
      }
      for (Future<Integer> one : patient) {
        assertThat(one.get()).isZero();
      }
      for (Future<Integer> hog : hogs) {
        assertThat(hog.get()).isEqualTo(ParserProcess.OUT_OF_TIME);
      }
      assertThat(hogStarts.get()).as("one made room").isGreaterThan(2);
      assertThat(ran)
          .allSatisfy(
              mine -> assertThat(Duration.ofNanos(mine.get())).isLessThan(MOST.plusMillis(600)));
    }
  }

  @Test
  void aloneItStaysWhereItIsAndStartsOnce() throws Exception {
    assertThat(working("1")).isZero();
    assertThat(starts).hasValue(1);
  }

  private int hog(int size) throws Exception {
    return turns.run(size, MOST, MOST, () -> start("while :; do :; done"));
  }

  private int hog(int size, AtomicLong ran) throws Exception {
    return turns.run(
        size,
        MOST,
        MOST,
        () -> {
          hogStarts.incrementAndGet();
          long began = System.nanoTime();
          Process process = start("while :; do :; done");
          process.onExit().thenRun(() -> ran.addAndGet(System.nanoTime() - began));
          return process;
        });
  }

  private int quick() throws Exception {
    return turns.run(1, MOST, MOST, () -> start("true"));
  }

  private int working(String seconds) throws Exception {
    return turns.run(
        1, MOST, MOST, () -> start("while [ $SECONDS -lt " + seconds + " ]; do :; done"));
  }

  private Process start(String script) throws IOException {
    starts.incrementAndGet();
    return new ProcessBuilder("bash", "-c", script).start();
  }
}
