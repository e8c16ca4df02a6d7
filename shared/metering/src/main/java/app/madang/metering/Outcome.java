package app.madang.metering;

/** How an attempt at a model ended. */
public enum Outcome {
  /** Answered to the end. */
  OK,
  /** No answer, or an error. */
  FAILED,
  /** Broke off after the first token. */
  CUT,
  /** The caller went or stopped it. */
  CANCELLED,
  /** The model or its vendor declined. */
  REFUSED,
  /** Served from the response cache. */
  CACHED
}
