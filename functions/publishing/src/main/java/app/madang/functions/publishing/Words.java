package app.madang.functions.publishing;

import app.madang.runtime.Phrasebook;
import java.util.Locale;

/** What people read from this function, in their language. */
final class Words {

  private static final Phrasebook PHRASES = new Phrasebook("madang.publishing.messages");

  private Words() {}

  static String of(String key) {
    return PHRASES.of(key);
  }

  static String in(Locale locale, String key) {
    return PHRASES.in(locale, key);
  }
}
