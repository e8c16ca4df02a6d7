package app.madang.runtime;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What people read from a module, in their language.
 *
 * @param bundle the resource's name without {@code _ko.properties} or {@code _en.properties}
 */
public record Phrasebook(String bundle) {

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_MACHINE_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /**
   * A text in the language of this call.
   *
   * @throws java.util.MissingResourceException when there is no such text
   */
  public String of(String key) {
    return in(Locales.current(), key);
  }

  /**
   * A text in a language.
   *
   * @throws java.util.MissingResourceException when there is no such text
   */
  public String in(Locale locale, String key) {
    return ResourceBundle.getBundle(bundle, locale, NO_MACHINE_LANGUAGE).getString(key);
  }
}
