package app.madang.functions.publishing;

import app.madang.runtime.ProblemException;
import org.jspecify.annotations.Nullable;

/** A text in Korean, English or both. */
record Bilingual(@Nullable String ko, @Nullable String en) {

  /** What is stored, or null when it is said in neither language. */
  static @Nullable Bilingual of(@Nullable String ko, @Nullable String en) {
    return ko == null && en == null ? null : new Bilingual(ko, en);
  }

  /**
   * The text without the spaces around it.
   *
   * @throws ProblemException when it is in neither language, empty, or longer than so many
   *     characters
   */
  Bilingual checked(String field, int most) {
    if (ko == null && en == null) {
      throw ProblemException.field(field, Words.of("said_once"));
    }
    return new Bilingual(checked(ko, field + ".ko", most), checked(en, field + ".en", most));
  }

  private static @Nullable String checked(@Nullable String text, String field, int most) {
    if (text == null) {
      return null;
    }
    String kept = text.strip();
    if (kept.isEmpty()) {
      throw ProblemException.field(field, Words.of("blank"));
    }
    if (kept.length() > most) {
      throw ProblemException.field(field, Words.of("too_long"));
    }
    return kept;
  }
}
