package app.madang.models;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A model gave no whole answer. Its message carries nothing that was said. */
public final class ModelFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong, and what follows from it. */
  public enum Kind {
    /** The vendor takes no more for now. */
    RATE_LIMITED(true),
    /** The vendor broke: 5xx, or cannot be reached. */
    UNAVAILABLE(true),
    /** Nothing came in time. */
    NO_FIRST_TOKEN(true),
    /** It fell silent in the middle. */
    SILENCE(true),
    /** The stream ended before the answer did. */
    CUT(true),
    /** What came cannot be understood. */
    GARBLED(true),
    /** The key is not taken. */
    KEY_REFUSED(true),
    /** The vendor does not know the model. */
    UNKNOWN_MODEL(true),
    /** The vendor's filter refused the content. */
    CONTENT_REFUSED(false),
    /** More than the model can read. */
    TOO_LONG(false),
    /** The vendor does not take the call as it is. */
    INVALID(false),
    /** Nobody wanted the answer any more. */
    CANCELLED(false);

    private final boolean elsewhere;

    Kind(boolean elsewhere) {
      this.elsewhere = elsewhere;
    }

    /** Whether another model may succeed with the same call. */
    public boolean elsewhere() {
      return elsewhere;
    }
  }

  private final Kind kind;
  private final int status;
  private final @Nullable Duration retryAfter;

  /** A failure without a vendor's answer. */
  public ModelFailure(Kind kind, @Nullable Throwable cause) {
    this(kind, 0, null, cause);
  }

  /** A failure as a vendor answered it. */
  public ModelFailure(
      Kind kind, int status, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(status == 0 ? kind.name() : kind.name() + " (" + status + ")", cause);
    this.kind = kind;
    this.status = status;
    this.retryAfter = retryAfter;
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Whether the vendor refused at its door or was never sent anything: then it read nothing. */
  public boolean unread() {
    return status != 0
        || switch (kind) {
          case UNAVAILABLE, INVALID, KEY_REFUSED, UNKNOWN_MODEL, TOO_LONG -> true;
          default -> false;
        };
  }

  /** The vendor's HTTP status; 0 when there was none. */
  public int status() {
    return status;
  }

  /** How long the vendor asks to be left alone; null when it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
