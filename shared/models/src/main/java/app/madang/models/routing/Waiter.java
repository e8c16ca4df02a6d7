package app.madang.models.routing;

import app.madang.models.Completion;

/** Who waits for an answer in one piece. */
public interface Waiter {

  /** Whether nobody does any more; looked at several times a second, by any thread. */
  boolean cancelled();

  /**
   * What a model said, before it is paid: most of it may be on its way meanwhile. Called at most
   * once, on the calling thread; whatever it throws, the answer is paid.
   *
   * @param model its id
   * @param completion with the tokens of all attempts
   */
  default void said(String model, Completion completion) {}
}
