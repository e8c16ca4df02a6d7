package app.madang.models.masking;

/** One text on its way through the finders. Used by one thread. */
final class Scan {

  final char[] text;
  final int length;
  final Findings findings = new Findings();
  final Groups groups = new Groups();
  final Context context = new Context();
  final Lexicon lexicon = new Lexicon();

  /** Finders take nothing from here on. */
  int limit;

  /** Finders take nothing before this place. */
  int floor;

  /** Where the URL that was last seen ends. */
  int urlEnd;

  /** What {@link #hit} was last told. */
  int from;

  int to;

  Scan(NormalText normal) {
    text = normal.chars;
    length = normal.length;
    limit = length;
  }

  /** The words around groups. */
  Context around(int first, int last) {
    context.read(text, length, groups.start[first], groups.end[last]);
    return context;
  }

  /** The range of a finding. */
  boolean hit(int start, int end) {
    from = start;
    to = end;
    return true;
  }

  char charAt(int i) {
    return i >= 0 && i < length ? text[i] : '\n';
  }

  boolean startsWith(int at, String word) {
    if (at < 0 || at + word.length() > limit) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (text[at + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean startsWithIgnoreCase(int at, String lowerWord) {
    if (at < 0 || at + lowerWord.length() > limit) {
      return false;
    }
    for (int i = 0; i < lowerWord.length(); i++) {
      if (Lexicon.lower(text[at + i]) != lowerWord.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean isAlphanumeric(char c) {
    return Lexicon.isLatin(c) || Groups.isDigit(c);
  }

  static boolean isHangul(char c) {
    return c >= '가' && c <= '힣';
  }
}
