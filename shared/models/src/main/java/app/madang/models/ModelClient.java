package app.madang.models;

import java.util.function.BooleanSupplier;

/** One model at one vendor. Both ways block the calling thread, which also calls the sink. */
public interface ModelClient {

  /**
   * Answers piece by piece; returns after the last.
   *
   * @throws ModelFailure when no whole answer came; pieces may have come before
   */
  Completion stream(ModelRequest request, ModelSink sink, Patience patience);

  /**
   * Answers at once.
   *
   * @throws ModelFailure when no whole answer came
   */
  default Completion call(ModelRequest request, Patience patience) {
    return call(request, patience, () -> false);
  }

  /**
   * Answers at once, as long as somebody waits for it.
   *
   * @param cancelled whether nobody does any more; looked at several times a second, by any thread
   * @throws ModelFailure when no whole answer came
   */
  Completion call(ModelRequest request, Patience patience, BooleanSupplier cancelled);
}
