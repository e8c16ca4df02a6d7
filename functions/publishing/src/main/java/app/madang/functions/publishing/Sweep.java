package app.madang.functions.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Parts of a sweep, none of which is held up by another. */
final class Sweep {

  private Sweep() {}

  /**
   * Runs each, whatever becomes of the others.
   *
   * @throws RuntimeException the first that was thrown, with the others in it, when all have run:
   *     the event comes again
   */
  static void all(Stream<Runnable> parts) {
    List<RuntimeException> failures = new ArrayList<>();
    parts.forEach(
        part -> {
          try {
            part.run();
          } catch (RuntimeException e) {
            failures.add(e);
          }
        });
    if (!failures.isEmpty()) {
      RuntimeException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
