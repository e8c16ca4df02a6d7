import java.util.List;
import java.util.Random;

/** Kills functions of a stack at random moments, so many times. */
final class RandomKills implements AutoCloseable {

  private static final int LEAST_MILLIS = 200;
  private static final int MOST_MILLIS = 3_600;

  private final KilledStack stack;
  private final Random random;
  private final List<String> victims;
  private final int kills;
  private final Thread thread = Thread.ofPlatform().unstarted(this::run);
  private volatile int killed;
  private volatile long last;

  private RandomKills(KilledStack stack, Random random, List<String> victims, int kills) {
    this.stack = stack;
    this.random = random;
    this.victims = victims;
    this.kills = kills;
  }

  /** Begins to kill one of these functions every few seconds. */
  static RandomKills start(KilledStack stack, Random random, List<String> victims, int kills) {
    RandomKills started = new RandomKills(stack, random, victims, kills);
    started.thread.start();
    return started;
  }

  private void run() {
    try {
      while (killed < kills) {
        Thread.sleep(random.nextInt(LEAST_MILLIS, MOST_MILLIS));
        // one that does not run is no kill
        if (stack.kill(victims.get(random.nextInt(victims.size())))) {
          last = System.nanoTime();
          killed++;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether kills are to come. */
  boolean goOn() {
    return thread.isAlive();
  }

  int killed() {
    return killed;
  }

  /** When the last kill was, by {@link System#nanoTime}. */
  long last() {
    return last;
  }

  /** Waits until all are killed, four seconds each at most, and ends. */
  void finish() throws InterruptedException {
    thread.join(kills * 4_000L);
    close();
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }
}
