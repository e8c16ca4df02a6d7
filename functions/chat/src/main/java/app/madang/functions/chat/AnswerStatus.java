package app.madang.functions.chat;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an answer came; a question is always complete. */
enum AnswerStatus {
  COMPLETE,
  STREAMING,
  STOPPED,
  INTERRUPTED,
  FAILED;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AnswerStatus of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
