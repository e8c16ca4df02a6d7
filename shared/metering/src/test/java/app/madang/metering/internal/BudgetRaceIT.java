package app.madang.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.metering.BudgetExceeded;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import app.madang.metering.internal.Stand.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Fifty threads on each of two instances race for the last won. */
class BudgetRaceIT {

  private static final int THREADS = 50;
  private static final Money EACH = Money.of(10);

  private final UUID group = UUID.randomUUID();

  private Spender member() {
    return new Spender(UUID.randomUUID(), Set.of(group), null);
  }

  @Test
  void exactly_as_many_get_in_as_the_cap_holds() throws Exception {
    // 700 of 100 × 10: thirty must be refused, and not thirty-one, though leases were taken ahead
    Stand.budget("GROUP", group, "MONTH", 700);
    try (Instance one = Stand.instance();
        Instance two = Stand.instance()) {
      warm(one);
      warm(two);
      List<Reservation> first = race(one, two);
      assertThat(first).hasSize(70);
      first.forEach(r -> r.settle(Stand.event(UUID.randomUUID(), Money.of(4))));
      // 280 are spent; 420 are left for 42
      List<Reservation> second = race(one, two);
      assertThat(second).hasSize(42);
      second.forEach(Reservation::refund);
      assertThat(race(one, two)).hasSize(42).allSatisfy(Reservation::refund);
      one.meter().budgets().reserve(member(), Money.of(420)).refund();
      assertThatThrownBy(
              () -> two.meter().budgets().reserve(member(), new Money(Money.of(420).micros() + 1)))
          .isInstanceOf(BudgetExceeded.class);
    }
    assertThat(Stand.sums(group, "MONTH")).isEqualTo(new Sums(Money.of(280).micros(), 0));
  }

  /** Leases ahead of need, and has it lie unused. */
  private void warm(Instance instance) {
    for (int i = 0; i < 5; i++) {
      instance.meter().budgets().reserve(member(), Money.of(1)).refund();
    }
  }

  private List<Reservation> race(Instance one, Instance two) throws Exception {
    ConcurrentLinkedQueue<Reservation> accepted = new ConcurrentLinkedQueue<>();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 2 * THREADS; i++) {
        Instance instance = i % 2 == 0 ? one : two;
        runs.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    accepted.add(instance.meter().budgets().reserve(member(), EACH));
                  } catch (BudgetExceeded refused) {
                    assertThat(refused.spent().plus(refused.outstanding()).plus(EACH).micros())
                        .isGreaterThan(refused.cap().micros());
                  }
                  return null;
                }));
      }
      start.countDown();
      for (Future<?> run : runs) {
        run.get();
      }
    }
    return List.copyOf(accepted);
  }

  @Test
  void spending_to_the_end_never_passes_the_cap_at_any_moment() throws Exception {
    Stand.budget("GROUP", group, "MONTH", 3_000);
    AtomicBoolean done = new AtomicBoolean();
    try (Instance one = Stand.instance();
        Instance two = Stand.instance();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Long> highest = threads.submit(() -> highest(done));
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 2 * THREADS; i++) {
        Instance instance = i % 2 == 0 ? one : two;
        SplittableRandom random = new SplittableRandom(i);
        runs.add(threads.submit(() -> spend(instance, random)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
      done.set(true);
      assertThat(highest.get()).isLessThanOrEqualTo(Money.of(3_000).micros());
      Sums sums = Stand.sums(group, "MONTH");
      assertThat(sums.settled()).isGreaterThan(Money.of(2_990).micros());
      Money left = Money.of(3_000).minus(new Money(sums.settled()));
      one.meter().budgets().reserve(member(), left).refund();
    }
    assertThat(Stand.sums(group, "MONTH").outstanding()).isZero();
  }

  @Test
  void folding_and_reconciling_meanwhile_lose_nothing_and_lock_nobody_out() throws Exception {
    Stand.budget("GROUP", group, "MONTH", 2_000);
    AtomicBoolean done = new AtomicBoolean();
    try (Instance one = Stand.instance();
        Instance two = Stand.instance();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Integer> folds = threads.submit(() -> fold(done));
      List<Future<?>> runs = new ArrayList<>();
      for (int i = 0; i < 2 * THREADS; i++) {
        Instance instance = i % 2 == 0 ? one : two;
        SplittableRandom random = new SplittableRandom(i);
        runs.add(threads.submit(() -> spend(instance, random)));
      }
      for (Future<?> run : runs) {
        run.get();
      }
      done.set(true);
      assertThat(folds.get()).isPositive();
    }
    Sums sums = Stand.sums(group, "MONTH");
    assertThat(sums.outstanding()).isZero();
    assertThat(sums.settled()).isBetween(Money.of(1_990).micros(), Money.of(2_000).micros());
  }

  private static int fold(AtomicBoolean done) {
    int folded = 0;
    while (!done.get()) {
      folded +=
          Stand.SUPERUSER
              .sql("SELECT metering.fold(NULL, interval '0')")
              .query(Integer.class)
              .single();
    }
    return folded;
  }

  private void spend(Instance instance, SplittableRandom random) {
    while (true) {
      try {
        Reservation reservation = instance.meter().budgets().reserve(member(), EACH);
        if (random.nextInt(5) == 0) {
          reservation.refund();
        } else {
          reservation.settle(
              Stand.event(UUID.randomUUID(), new Money(random.nextLong(EACH.micros() + 1))));
        }
      } catch (BudgetExceeded refused) {
        return;
      }
    }
  }

  private long highest(AtomicBoolean done) {
    long highest = 0;
    while (!done.get()) {
      Sums sums = Stand.sums(group, "MONTH");
      highest = Math.max(highest, sums.settled() + sums.outstanding());
    }
    return highest;
  }
}
