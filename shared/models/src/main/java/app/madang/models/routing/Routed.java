package app.madang.models.routing;

import app.madang.models.Completion;
import java.util.List;

/**
 * An answer and how it came.
 *
 * @param completion all that was said, by all models that took part
 * @param model the id of the one that finished it
 * @param attempts all that were asked, in order
 * @param skipped those that would have been asked before it
 */
public record Routed(
    Completion completion, String model, List<Attempt> attempts, List<Skipped> skipped) {

  /** Copies the lists. */
  public Routed {
    attempts = List.copyOf(attempts);
    skipped = List.copyOf(skipped);
  }
}
