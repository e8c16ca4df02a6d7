package app.madang.models;

/** Answers a question from sources, piece by piece. */
public interface AnswerModel {

  /** The name kept with the answer. */
  String name();

  /** Whether it writes sentences of its own; one that only quotes does not. */
  default boolean generative() {
    return true;
  }

  /**
   * Answers on the calling thread and returns after the last piece. Looks at {@link
   * AnswerSink#cancelled()} between pieces; an interrupt asks it to return at once.
   *
   * @throws ModelException when no whole answer came
   */
  void answer(AnswerRequest request, AnswerSink sink);
}
