package app.madang.functions.ingestion.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whose process runs when. All start in the quick lane, in the order in which they came, and most
 * are done there. Who is not must go over to the slow lane: on the spot when there is room, else it
 * begins again when there is, the smallest first. So nobody waits for a hog longer than the quick
 * lane allows it. In the slow lane, too, who runs long makes room once for those who wait.
 *
 * <p>Nothing that waits is given up: a file's limit counts while it runs. What it ran before it
 * made room counts too: who begins again has only what is left, so that a hog is over in one limit.
 */
final class Turns {

  /** How much work on a core somebody may hold up others with who came after. */
  private static final Duration QUICK = Duration.ofSeconds(4);

  private static final Duration SLOW_SHARE = Duration.ofSeconds(15);
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Semaphore quick;
  private final SlowLane slow;
  private final Duration quickShare;
  private final Duration slowShare;

  Turns(int processes) {
    this(processes, QUICK, SLOW_SHARE);
  }

  Turns(int processes, Duration quickShare, Duration slowShare) {
    this.quick = new Semaphore(processes, true);
    this.slow = new SlowLane(processes);
    this.quickShare = quickShare;
    this.slowShare = slowShare;
  }

  interface Starting {
    Process start() throws IOException;
  }

  /**
   * Runs a process when it is its turn; starts it again when it had to make room.
   *
   * @param size of its file
   * @param work how much it may work on a core
   * @param most how long it may run, all its processes together, however little of a core they get
   * @return what it exited with, {@link ParserProcess#OUT_OF_TIME} when it was ended
   */
  int run(long size, Duration work, Duration most, Starting starting)
      throws IOException, InterruptedException {
    Run run = new Run(size, work, most, starting);
    quick.acquire();
    try {
      run.start();
      if (run.ends(this::mayStayInTheQuickLane)) {
        return run.exit();
      }
      run.goesOn = slow.tryEnter();
    } finally {
      if (!run.goesOn) {
        run.stop();
      }
      quick.release();
    }
    return runSlowly(run);
  }

  private int runSlowly(Run run) throws IOException, InterruptedException {
    boolean madeRoom = false;
    while (true) {
      if (!run.goesOn) {
        slow.enter(run.size, madeRoom);
      }
      try {
        if (!run.goesOn) {
          run.start();
        }
        boolean once = madeRoom;
        if (run.ends(one -> once || one.ran().compareTo(slowShare) < 0 || !slow.isWaitedFor())) {
          return run.exit();
        }
      } finally {
        run.stop();
        slow.leave();
      }
      madeRoom = true;
    }
  }

  /** While nobody waits, or it has had little: on a busy machine time on the wall says nothing. */
  private boolean mayStayInTheQuickLane(Run run) {
    boolean little =
        run.worked().compareTo(quickShare) < 0
            && run.ran().compareTo(quickShare.multipliedBy(3)) < 0;
    return little || !quick.hasQueuedThreads();
  }

  /** A file's process, and the one after it. */
  private static final class Run {
    private final long size;
    private final Duration work;
    private final Duration most;
    private final Starting starting;
    private @Nullable Process process;
    private long started;

    /** What the processes took that had to make room. */
    private Duration before = Duration.ZERO;

    /** From the quick lane into the slow one without beginning again. */
    private boolean goesOn;

    Run(long size, Duration work, Duration most, Starting starting) {
      this.size = size;
      this.work = work;
      this.most = most;
      this.starting = starting;
    }

    void start() throws IOException {
      process = starting.start();
      started = System.nanoTime();
    }

    void stop() throws InterruptedException {
      goesOn = false;
      if (process != null && process.isAlive()) {
        process.destroyForcibly().waitFor();
        before = before.plus(ran());
      }
    }

    Duration ran() {
      return Duration.ofNanos(System.nanoTime() - started);
    }

    /** On a core. */
    Duration worked() {
      return Objects.requireNonNull(process).info().totalCpuDuration().orElseGet(this::ran);
    }

    /** False when it may not stay; true when it is over, by itself or by its limit. */
    boolean ends(Predicate<Run> mayStay) throws InterruptedException {
      Duration mine = most.minus(before);
      while (ran().compareTo(mine) < 0 && worked().compareTo(work) < 0) {
        Duration left = mine.minus(ran());
        long look = Math.clamp(left.toMillis(), 1, LOOK.toMillis());
        if (Objects.requireNonNull(process).waitFor(look, TimeUnit.MILLISECONDS)) {
          return true;
        }
        if (!mayStay.test(this)) {
          return false;
        }
      }
      return true;
    }

    int exit() throws InterruptedException {
      Process ended = Objects.requireNonNull(process);
      if (ended.isAlive()) {
        stop();
        return ParserProcess.OUT_OF_TIME;
      }
      return ended.exitValue();
    }
  }

  /** Room for some; the smallest of those who wait is next, who made room comes last. */
  private static final class SlowLane {

    private record Waiting(boolean madeRoom, long size, long number) {}

    private final PriorityQueue<Waiting> queue =
        new PriorityQueue<>(
            Comparator.comparing(Waiting::madeRoom)
                .thenComparing(Waiting::size)
                .thenComparing(Waiting::number));
    private int room;
    private long numbers;

    SlowLane(int room) {
      this.room = room;
    }

    synchronized boolean tryEnter() {
      if (room == 0 || !queue.isEmpty()) {
        return false;
      }
      room--;
      return true;
    }

    synchronized void enter(long size, boolean madeRoom) throws InterruptedException {
      Waiting me = new Waiting(madeRoom, size, numbers++);
      queue.add(me);
      try {
        while (room == 0 || queue.peek() != me) {
          wait();
        }
        room--;
      } finally {
        queue.remove(me);
        notifyAll();
      }
    }

    synchronized void leave() {
      room++;
      notifyAll();
    }

    synchronized boolean isWaitedFor() {
      return queue.stream().anyMatch(waiting -> !waiting.madeRoom());
    }
  }
}
