package app.madang.functions.documents;

import app.madang.knowledge.FailureCode;
import app.madang.knowledge.MeaningFailure;
import app.madang.runtime.Locales;
import java.util.Locale;
import java.util.ResourceBundle;

/** What people read from this function, in their language. */
final class Words {

  static final String BUNDLE = "madang.documents.messages";

  private Words() {}

  static String of(String key) {
    return in(Locales.current(), key);
  }

  /** What happened and what to do. */
  static String of(FailureCode code) {
    return of("failure." + code.code());
  }

  /** The same for what is found by its words alone. */
  static String of(MeaningFailure failure) {
    return of("meaning_failure." + failure.code());
  }

  static String in(Locale locale, String key) {
    return ResourceBundle.getBundle(BUNDLE, locale, KOREAN_ELSE).getString(key);
  }

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control KOREAN_ELSE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
