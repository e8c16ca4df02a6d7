package app.madang.knowledge;

import java.util.Locale;

/**
 * Why a document is found by its words alone; the words for people stand with the documents
 * function.
 */
public enum MeaningFailure {
  /** Nobody offers the collection's model any more. */
  NO_MODEL,
  /** The collection is more secret than what the model is cleared for. */
  NOT_CLEARED,
  /** It names people whom the company's rules do not let out. */
  PERSONAL_DATA,
  /** The model does not answer, or not as it should. */
  UNAVAILABLE;

  /** The code as stored and as clients see it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The failure of a stored code. */
  public static MeaningFailure of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
