package app.madang.models.routing;

/** Times one attempt. */
final class Stopwatch {

  private final long started = System.nanoTime();
  private long first = -1;

  void piece() {
    if (first < 0) {
      first = System.nanoTime();
    }
  }

  /** -1 when no piece came. */
  int firstMillis() {
    return first < 0 ? -1 : (int) ((first - started) / 1_000_000);
  }

  int millis() {
    return (int) ((System.nanoTime() - started) / 1_000_000);
  }
}
