package app.madang.functions.chat.openai;

import app.madang.runtime.CallersConnection;
import org.jspecify.annotations.Nullable;

/**
 * An answer that goes out in one piece, while it is waited for: nothing is written that may fail.
 */
public final class WholeAnswer implements Watched {

  private final CallersConnection connection = CallersConnection.current();
  private volatile boolean gone;
  private volatile @Nullable OpenAiProblem ended;

  /** Of the request that this thread serves, whose body is read. */
  public WholeAnswer() {}

  @Override
  public void beat(long now) {
    gone |= connection.gone();
  }

  @Override
  public void end(OpenAiProblem why) {
    ended = why;
  }

  /** Whether nobody waits for it any more. */
  public boolean cancelled() {
    return gone || ended != null;
  }

  /** Whether the caller left. */
  public boolean gone() {
    return gone;
  }

  /** Why it was taken from its caller; null when it was not. */
  public @Nullable OpenAiProblem ended() {
    return ended;
  }

  /** It goes out now, or something else does instead; nobody looks for its caller any more. */
  public void begins() {
    connection.answered();
  }

  /** Whether the connection must not be used again. */
  public boolean mustClose() {
    return connection.mustClose();
  }
}
