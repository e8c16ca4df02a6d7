package app.madang.models.routing;

import app.madang.models.ModelFailure;
import java.util.List;

/** No model could finish the answer. */
public final class RoutedFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ModelFailure last;
  private final transient List<Attempt> attempts;
  private final transient List<Skipped> skipped;

  RoutedFailure(ModelFailure last, List<Attempt> attempts) {
    this(last, attempts, List.of());
  }

  RoutedFailure(ModelFailure last, List<Attempt> attempts, List<Skipped> skipped) {
    super(last.getMessage(), last);
    this.last = last;
    this.attempts = List.copyOf(attempts);
    this.skipped = List.copyOf(skipped);
  }

  /** What went wrong with the last of them. */
  public ModelFailure last() {
    return last;
  }

  /** All that were asked, in order. */
  public List<Attempt> attempts() {
    return attempts;
  }

  /** Those that would have been asked too. */
  public List<Skipped> skipped() {
    return skipped;
  }
}
