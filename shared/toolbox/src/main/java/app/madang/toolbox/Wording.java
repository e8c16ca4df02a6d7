package app.madang.toolbox;

import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException.FieldError;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with a field, in the caller's language. */
final class Wording {

  private static final String BUNDLE = "madang.toolbox.messages";

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control KOREAN_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Wording() {}

  static FieldError error(String field, String key) {
    return new FieldError(field, in(Locales.current(), key));
  }

  /** With what the text holds as {@code {0}}. */
  static FieldError error(String field, String key, Object value) {
    return new FieldError(field, in(Locales.current(), key).replace("{0}", value.toString()));
  }

  static String in(Locale locale, String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, KOREAN_ELSE).getString(key);
  }
}
