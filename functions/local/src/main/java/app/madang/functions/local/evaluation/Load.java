package app.madang.functions.local.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The same work by several people at once, each without pause. */
final class Load {

  private final int people;
  private final int times;
  private final List<Double> millis = Collections.synchronizedList(new ArrayList<>());
  private double seconds;

  Load(int people, int times) {
    this.people = people;
    this.times = times;
  }

  void run(Runnable work) {
    AtomicInteger left = new AtomicInteger(times);
    CountDownLatch done = new CountDownLatch(people);
    long began = System.nanoTime();
    for (int i = 0; i < people; i++) {
      Thread.ofVirtual()
          .start(
              () -> {
                while (left.getAndDecrement() > 0) {
                  long start = System.nanoTime();
                  work.run();
                  millis.add((System.nanoTime() - start) / 1e6);
                }
                done.countDown();
              });
    }
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    seconds = (System.nanoTime() - began) / 1e9;
  }

  double percentile(double share) {
    List<Double> sorted = millis.stream().sorted().toList();
    double value = sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    return Math.round(value * 10) / 10.0;
  }

  double aSecond() {
    return Math.round(millis.size() / seconds * 10) / 10.0;
  }
}
