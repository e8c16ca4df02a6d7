package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
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
  TOO_LONG;

  /** The code in the database and in the contract. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AnswerFailure of(Throwable cause) {
    return cause instanceof ProblemException problem && problem.code() == ProblemCode.UNAVAILABLE
        ? UNAVAILABLE
        : INTERNAL;
  }
}
