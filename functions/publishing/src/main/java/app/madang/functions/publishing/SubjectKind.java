package app.madang.functions.publishing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** To whom rights are given. */
enum SubjectKind {
  @JsonProperty("person")
  PERSON,
  @JsonProperty("group")
  GROUP,
  @JsonProperty("everyone")
  EVERYONE;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SubjectKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
