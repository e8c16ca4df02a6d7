package app.madang.models.setup;

/** Secret Manager did not do what was asked. Nothing of a secret is in it. */
public final class SecretFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Why {
    /** The function's account may not. */
    REFUSED,
    /** There is no such secret or version, or it was switched off. */
    MISSING,
    /** Too many calls. */
    BUSY,
    /** It broke or cannot be reached. */
    AWAY,
    /** What came is not what was kept. */
    GARBLED
  }

  private final Why why;
  private final int status;

  SecretFailure(Why why, int status) {
    super("Secret Manager: " + why + (status == 0 ? "" : " (" + status + ")"), null, false, false);
    this.why = why;
    this.status = status;
  }

  /** What went wrong. */
  public Why why() {
    return why;
  }

  int status() {
    return status;
  }
}
