package app.madang.functions.ingestion.sandbox;

import java.time.Duration;

/**
 * What a parse may cost.
 *
 * @param bytes of the file
 * @param passages that may come out
 * @param time on the wall
 * @param heapMegabytes of the child process
 * @param processes at a time
 */
public record ParseLimits(
    long bytes, int passages, Duration time, int heapMegabytes, int processes) {

  private static final long RESULT_BYTES_A_PASSAGE = 16 * 1024;

  /** The limits of a worker with one or two cores, for files of so many bytes. */
  public static ParseLimits ofFilesUpTo(long bytes) {
    return new ParseLimits(bytes, 15_000, Duration.ofSeconds(50), 384, 2);
  }

  long resultBytes() {
    return passages * RESULT_BYTES_A_PASSAGE;
  }
}
