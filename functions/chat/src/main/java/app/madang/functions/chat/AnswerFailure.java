package app.madang.functions.chat;

import app.madang.runtime.ProblemException;
import java.util.Locale;

/** Why an answer failed, as far as the person who asked can use it. */
enum AnswerFailure {
  INTERNAL,
  UNAVAILABLE,
  /** The model takes no more for now. */
  BUSY,
  /** The model's filter refused the content. */
  REFUSED,
  /** More than the model can read. */
  TOO_LONG,
  /** A budget does not allow it. */
  BUDGET,
  /** It holds personal data that the model must not get. */
  PERSONAL_DATA,
  /** Only a model can answer so, and none may be asked. */
  NO_MODEL,
  /** The model did not keep to the schema. */
  MISFIT;

  /** The code in the database and in the contract. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AnswerFailure of(Throwable cause) {
    if (!(cause instanceof ProblemException problem)) {
      return INTERNAL;
    }
    return switch (problem.code()) {
      case UNAVAILABLE, MODEL_FAILED, MODEL_NOT_FOUND, TOOL_MODEL_GONE -> UNAVAILABLE;
      case RATE_LIMITED -> BUSY;
      case MODEL_REFUSED -> REFUSED;
      case CONTEXT_TOO_LONG -> TOO_LONG;
      case BUDGET_EXCEEDED -> BUDGET;
      case PERSONAL_DATA_BLOCKED -> PERSONAL_DATA;
      case MODEL_NEEDED -> NO_MODEL;
      case OUTPUT_MISFIT -> MISFIT;
      default -> INTERNAL;
    };
  }
}
