package app.madang.contracts;

import java.util.Locale;

/**
 * The stable codes of {@code application/problem+json}; titles and details stand in {@code
 * madang/problems_*.properties}.
 */
public enum ProblemCode {
  INVALID_REQUEST(400),
  MALFORMED_JSON(400),
  MALFORMED_REQUEST(400),
  UNAUTHENTICATED(401),
  BUDGET_EXCEEDED(402),
  FORBIDDEN(403),
  SUSPENDED(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  REQUEST_TIMEOUT(408),
  CONFLICT(409),
  LAST_OWNER(409),
  LAST_ADMIN(409),
  GROUP_CYCLE(409),
  NOT_RETRYABLE(409),
  FILE_NOT_READY(409),
  TOO_MANY_FILES(409),
  NAME_TAKEN(409),
  FOLDER_CYCLE(409),
  TOO_MANY_FOLDERS(409),
  MOVE_TOO_LARGE(409),
  OWN_RIGHTS(409),
  OWN_SUBMISSION(403),
  TOOL_STATE(409),
  NO_GOLDEN_QUESTIONS(409),
  ANSWER_IN_PROGRESS(409),
  IDEMPOTENCY_IN_PROGRESS(409),
  MODEL_NOT_FOUND(404),
  CONTEXT_TOO_LONG(413),
  TOO_LARGE(413),
  UNSUPPORTED_MEDIA_TYPE(415),
  IDEMPOTENCY_MISMATCH(422),
  IMAGES_NOT_TAKEN(422),
  PERSONAL_DATA_BLOCKED(422),
  MODEL_REFUSED(422),
  MODEL_NEEDED(422),
  TOOL_MODEL_GONE(422),
  RATE_LIMITED(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL(500),
  MODEL_FAILED(502),
  OUTPUT_MISFIT(502),
  UNAVAILABLE(503);

  private final int status;

  ProblemCode(int status) {
    this.status = status;
  }

  /** The HTTP status that goes with the code. */
  public int status() {
    return status;
  }

  /** The code as clients see it, such as {@code not_found}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The problem's {@code type}: a name, not an address. */
  public String type() {
    return "urn:madang:problem:" + code();
  }
}
