package app.madang.functions.chat;

import app.madang.runtime.Locales;
import java.util.ResourceBundle;

/** What people read from this function, in their language. */
final class Words {

  private static final String BUNDLE = "madang.chat.messages";

  /** The machine's own language must not decide. */
  private static final ResourceBundle.Control NO_MACHINE_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Words() {}

  static String of(String key) {
    return ResourceBundle.getBundle(BUNDLE, Locales.current(), NO_MACHINE_LANGUAGE).getString(key);
  }
}
