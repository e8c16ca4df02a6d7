package app.madang.functions.chat.administration;

import app.madang.runtime.Phrasebook;
import app.madang.runtime.ProblemException;
import java.util.Locale;

/** What is wrong with what an administrator sent, in the administrator's language. */
final class Phrases {

  private static final Phrasebook PHRASES = new Phrasebook("madang.chat.administration");

  private Phrases() {}

  static String of(String key) {
    return PHRASES.of(key);
  }

  static ProblemException wrong(String field, String key) {
    return ProblemException.field(field, of(key));
  }

  static ProblemException wrong(String field, String group, Enum<?> problem) {
    return wrong(field, group + "." + problem.name().toLowerCase(Locale.ROOT));
  }
}
