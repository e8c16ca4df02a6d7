package app.madang.functions.chat.administration;

import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import java.util.Locale;
import java.util.ResourceBundle;

/** What is wrong with what an administrator sent, in the administrator's language. */
final class Phrases {

  private static final ResourceBundle.Control NO_MACHINE_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Phrases() {}

  static String of(String key) {
    return ResourceBundle.getBundle(
            "madang.chat.administration", Locales.current(), NO_MACHINE_LANGUAGE)
        .getString(key);
  }

  static ProblemException wrong(String field, String key) {
    return ProblemException.field(field, of(key));
  }

  static ProblemException wrong(String field, String group, Enum<?> problem) {
    return wrong(field, group + "." + problem.name().toLowerCase(Locale.ROOT));
  }
}
