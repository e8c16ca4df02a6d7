package app.madang.functions.publishing;

import app.madang.runtime.Locales;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read from this function, in their language. */
final class Words {

  private static final String BUNDLE = "madang.publishing.messages";

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control KOREAN_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Words() {}

  static String of(String key) {
    return in(Locales.current(), key);
  }

  static String in(Locale locale, String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, KOREAN_ELSE).getString(key);
  }
}
