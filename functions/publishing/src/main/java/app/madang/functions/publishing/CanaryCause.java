package app.madang.functions.publishing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a release went back. */
enum CanaryCause {
  /** At least half of a person's answers failed, or whoever wrote them died. */
  ERRORS,
  /** A person's last word on an answer was that it did not help. */
  FEEDBACK,
  /** It no longer passed the golden questions that it had passed. */
  GOLDEN,
  /** An owner decided so. */
  HAND;

  @JsonValue
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static CanaryCause of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
