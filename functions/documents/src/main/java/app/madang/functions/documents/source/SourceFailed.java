package app.madang.functions.documents.source;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The whole source cannot be read now; the message is a stable code that people see in words. */
public final class SourceFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Duration retryAfter;
  private final boolean cursorLost;

  /** A failure that is tried again later. */
  public SourceFailed(String code) {
    this(code, null, false);
  }

  /** A failure with when to try again, and whether the list must begin anew. */
  public SourceFailed(String code, @Nullable Duration retryAfter, boolean cursorLost) {
    super(code, null, false, false);
    this.retryAfter = retryAfter;
    this.cursorLost = cursorLost;
  }

  /** The stable code. */
  public String code() {
    return String.valueOf(getMessage());
  }

  /** When the source wants to be asked again. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** Whether cursor and checkpoint are worth nothing any more. */
  public boolean cursorLost() {
    return cursorLost;
  }
}
