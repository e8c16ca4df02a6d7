package app.madang.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** To whom rights are given. */
public enum SubjectKind {
  @JsonProperty("person")
  PERSON,
  @JsonProperty("group")
  GROUP,
  @JsonProperty("everyone")
  EVERYONE;

  /** The name in the database and in the contract. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a name in the database. */
  public static SubjectKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
