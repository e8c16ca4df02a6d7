package app.madang.metering.internal;

import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import app.madang.testing.StatementCounter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many requests a second an instance meters: reserve, settle, wait for the commit. Callers,
 * seconds and people may be given.
 */
final class MeteringBench {

  private MeteringBench() {}

  /** Prints one line a run. */
  public static void main(String[] args) throws Exception {
    int callers = args.length > 0 ? Integer.parseInt(args[0]) : 32;
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    int people = args.length > 2 ? Integer.parseInt(args[2]) : 200;
    Stand.budget("COMPANY", null, "MONTH", 1_000_000_000);
    Stand.budget("PERSON", null, "DAY", 100_000_000);
    Stand.budget("GROUP", null, "MONTH", 100_000_000);
    Spender[] spenders = new Spender[people];
    UUID[] groups = {UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID()};
    Arrays.setAll(
        spenders, i -> new Spender(UUID.randomUUID(), Set.of(groups[i % 2], groups[2]), null));
    try (Instance instance = Stand.instance()) {
      run(instance, spenders, callers, 3);
      System.out.println(run(instance, spenders, callers, seconds));
    }
    System.exit(0);
  }

  private static String run(Instance instance, Spender[] spenders, int callers, int seconds)
      throws InterruptedException {
    Budgets budgets = instance.meter().budgets();
    AtomicInteger next = new AtomicInteger();
    long[][] times = new long[callers][200_000];
    int[] counts = new int[callers];
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    long cpu = cpu();
    int statements = StatementCounter.PREPARED.get();
    CountDownLatch done = new CountDownLatch(callers);
    for (int caller = 0; caller < callers; caller++) {
      int me = caller;
      Thread.ofPlatform()
          .start(
              () -> {
                while (System.nanoTime() < end) {
                  Spender spender = spenders[next.getAndIncrement() % spenders.length];
                  long start = System.nanoTime();
                  var reservation = budgets.reserve(spender, Money.of(40));
                  reservation.settle(Stand.event(spender.personId(), Money.of(4)));
                  times[me][counts[me]++] = System.nanoTime() - start;
                }
                done.countDown();
              });
    }
    done.await();
    int total = Arrays.stream(counts).sum();
    long[] all = new long[total];
    int at = 0;
    for (int caller = 0; caller < callers; caller++) {
      System.arraycopy(times[caller], 0, all, at, counts[caller]);
      at += counts[caller];
    }
    Arrays.sort(all);
    return String.format(
        "%d callers, %d people: %d a second, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, %.3f ms CPU of the JVM each, %.2f statements each",
        callers,
        spenders.length,
        total / seconds,
        all[total / 2] / 1e6,
        all[total * 95 / 100] / 1e6,
        all[total * 99 / 100] / 1e6,
        (cpu() - cpu) / 1e6 / total,
        (StatementCounter.PREPARED.get() - statements) / (double) total);
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
