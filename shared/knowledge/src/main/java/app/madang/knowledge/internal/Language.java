package app.madang.knowledge.internal;

import java.util.Locale;

/** The language of a text, told by its script; enough to choose between words and meaning. */
enum Language {
  KO,
  EN,
  UND;

  /** A text with this share of Hangul is Korean, however many Latin names it holds. */
  private static final double KOREAN_SHARE = 0.2;

  static Language of(String text) {
    int hangul = 0;
    int latin = 0;
    int other = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (!Character.isLetter(point)) {
        continue;
      }
      switch (Character.UnicodeScript.of(point)) {
        case HANGUL -> hangul++;
        case LATIN -> latin++;
        default -> other++;
      }
    }
    int letters = hangul + latin + other;
    if (hangul > 0 && hangul >= KOREAN_SHARE * letters) {
      return KO;
    }
    return latin > other + hangul ? EN : UND;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
