package app.madang.functions.documents;

import app.madang.knowledge.FailureCode;
import app.madang.knowledge.MeaningFailure;
import app.madang.runtime.Phrasebook;
import java.util.Locale;

/** What people read from this function, in their language. */
final class Words {

  private static final Phrasebook PHRASES = new Phrasebook("madang.documents.messages");

  private Words() {}

  static String of(String key) {
    return PHRASES.of(key);
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
    return PHRASES.in(locale, key);
  }
}
