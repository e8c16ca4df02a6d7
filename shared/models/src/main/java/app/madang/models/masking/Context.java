package app.madang.models.masking;

/** What the words around a number say about it. */
final class Context {

  private static final int BEFORE = 36;
  private static final int AFTER = 16;
  private static final int LABEL_GLUE = 12;

  private final Lexicon lexicon = new Lexicon();
  private final Table table = new Table();

  /** Kinds of the nearest word before. */
  int nearest;

  /** How far it is away. */
  int gap;

  /** Kinds of all words before. */
  int before;

  /** Kinds of the nearest word after, and how far that is. */
  int after;

  int afterGap;

  /** Whether the nearest word is a label: only glue between it and the number. */
  boolean label;

  private int readStart = -1;
  private int readEnd = -1;

  /** Reads what surrounds this range. */
  void read(char[] text, int length, int start, int end) {
    boolean moved = readStart != start;
    if (moved) {
      readStart = start;
      lookBack(text, start);
      underHeading(text, length, start);
    }
    if (moved || readEnd != end) {
      readEnd = end;
      lookAhead(text, length, end);
    }
  }

  /** In a table the heading counts, and only what its own cell says counts more. */
  private void underHeading(char[] text, int length, int start) {
    int kinds = table.heading(text, length, start);
    if (kinds < 0 || nearest != 0 && start - gap > table.cell) {
      return;
    }
    if (kinds > 0) {
      nearest = kinds;
      before = kinds;
      gap = 0;
      label = true;
    } else if (start - gap < table.line()) {
      nearest = 0;
      before = 0;
      label = false;
    }
  }

  private void lookBack(char[] text, int start) {
    nearest = 0;
    before = 0;
    gap = Integer.MAX_VALUE;
    int best = -1;
    int word = -1;
    int from = Math.max(0, start - BEFORE);
    for (int i = from; i < start; i++) {
      int kinds = lexicon.at(text, i, start);
      if (kinds == 0) {
        continue;
      }
      before |= kinds;
      if (lexicon.end > best) {
        best = lexicon.end;
        word = i;
        nearest = kinds;
        gap = start - best;
      }
    }
    label = nearest != 0 && (glue(text, best, start) || above(text, word, best, start));
  }

  /** "송장번호" alone on the line before. */
  private static boolean above(char[] text, int word, int end, int start) {
    boolean alone = word == 0 || text[word - 1] == '\n';
    boolean number = "호명".indexOf(text[end - 1]) >= 0;
    return alone && number && end == start - 1 && text[end] == '\n';
  }

  private void lookAhead(char[] text, int length, int end) {
    after = 0;
    afterGap = Integer.MAX_VALUE;
    int stop = Math.min(length, end + AFTER);
    for (int i = end; i < stop && text[i] != '\n'; i++) {
      int kinds = lexicon.at(text, i, Math.min(length, i + AFTER));
      if (kinds != 0) {
        after = kinds;
        afterGap = i - end;
        return;
      }
    }
  }

  /** Whether the nearest word before is of these kinds. */
  boolean says(int kinds) {
    return (nearest & kinds) != 0;
  }

  /** Whether the number is labelled as something that is nobody's. */
  boolean impersonal() {
    return label && nearest == Lexicon.IMPERSONAL;
  }

  /** "번호는 : #", "No. is (" and the like. */
  private static boolean glue(char[] text, int from, int to) {
    if (to - from > LABEL_GLUE) {
      return false;
    }
    int words = 0;
    for (int i = from; i < to; i++) {
      char c = text[i];
      boolean mark = c < 0x80 && !Lexicon.isLatin(c) && !Groups.isDigit(c);
      if (mark && c != ',' && c != ';' && c != '\n' || "은는이가의번호코드값명".indexOf(c) >= 0) {
        continue;
      }
      if (Lexicon.escape(text, i)) {
        continue;
      }
      if (!Lexicon.isLatin(c)) {
        return false;
      }
      int stop = i;
      while (stop < to && Lexicon.isLatin(text[stop])) {
        stop++;
      }
      if (++words > 2 || !smallWord(new String(text, i, stop - i))) {
        return false;
      }
      i = stop - 1;
    }
    return true;
  }

  private static boolean smallWord(String word) {
    return switch (word.toLowerCase(java.util.Locale.ROOT)) {
      case "no",
          "nr",
          "num",
          "number",
          "id",
          "code",
          "is",
          "was",
          "key",
          "ref",
          "of",
          "the",
          "at" ->
          true;
      default -> false;
    };
  }
}
