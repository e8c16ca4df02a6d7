package app.madang.functions.ingestion.sandbox;

import java.time.Duration;

/**
 * What a parse may cost.
 *
 * @param bytes of the file
 * @param passages that may come out
 * @param time on the wall, of all its processes together; waiting for a turn does not count
 * @param heapMegabytes of the child process
 * @param processes at a time in each lane
 */
public record ParseLimits(
    long bytes, int passages, Duration time, int heapMegabytes, int processes) {

  private static final long RESULT_BYTES_A_PASSAGE = 16 * 1024;

  /** No file of people's takes longer, however small and dense it is. */
  private static final Duration LEAST = Duration.ofSeconds(25);

  private static final Duration A_MEGABYTE = Duration.ofSeconds(2);

  /** What comes before and after on a busy machine has fifteen seconds of the minute. */
  private static final Duration MOST = Duration.ofSeconds(45);

  /** The limits of a worker with one or two cores, for files of so many bytes. */
  public static ParseLimits ofFilesUpTo(long bytes) {
    return new ParseLimits(bytes, 15_000, MOST, 384, 2);
  }

  /**
   * On a core. A small file that takes long was made to: its time is short, so that hogs are soon
   * over; on a busy machine nobody is taken for a hog who only waits for a core.
   */
  Duration work(long size) {
    Duration fair = LEAST.plus(A_MEGABYTE.multipliedBy(size >> 20));
    return fair.compareTo(time) < 0 ? fair : time;
  }

  long resultBytes() {
    return passages * RESULT_BYTES_A_PASSAGE;
  }
}
