package app.madang.knowledge;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a search compared what texts mean, and if not, why. */
public enum Meaning {
  /** It did. */
  USED,

  /** In some collections; in others the model should have answered and did not. */
  PARTLY,

  /** The model does not know the question's language: words find more than it would. */
  NOT_FOR_THIS_LANGUAGE,

  /** No model is set up here. */
  OFF,

  /** The model should have answered and did not, or not in time. */
  UNAVAILABLE;

  /** As it is written in JSON. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
