package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;

/** The file cannot be read, and never will be: the reason is for its owner. */
public final class UnreadableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureCode code;

  /** Unreadable for a reason. */
  public UnreadableException(FailureCode code, String detail) {
    super(detail);
    this.code = code;
  }

  /** Unreadable for a reason that a library told. */
  public UnreadableException(FailureCode code, Throwable cause) {
    super(cause);
    this.code = code;
  }

  /** What its owner is told. */
  public FailureCode code() {
    return code;
  }
}
