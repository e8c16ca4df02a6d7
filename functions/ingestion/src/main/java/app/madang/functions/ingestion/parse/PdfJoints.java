package app.madang.functions.ingestion.parse;

import java.util.List;

/**
 * Tells whether a line's end stands for a blank. Korean lines may end inside a word; how a file was
 * made tells whether they do: some print the blank at the end, some break at blanks only, and the
 * rest is told by the words.
 */
final class PdfJoints {

  private static final double SOME = 0.1;
  private static final double MANY = 0.2;

  private final boolean blanksPrinted;
  private final boolean wordsKept;
  private final KoreanJoints words;

  PdfJoints(List<PdfLine> lines, List<PdfSeam> seams) {
    long blanks = seams.stream().filter(seam -> seam.above().blankAfter()).count();
    this.blanksPrinted = blanks > SOME * seams.size();
    List<PdfSeam> korean = seams.stream().filter(seam -> seam.below().startsKorean()).toList();
    long kept = korean.stream().filter(PdfSeam::keepsWords).count();
    this.wordsKept = kept > MANY * korean.size();
    this.words = new KoreanJoints(lines);
  }

  /** What stands between two lines; a text ends with the upper one. */
  void join(StringBuilder text, PdfLine above, PdfLine below) {
    if (isHyphenated(text, below.text())) {
      text.setLength(text.length() - 1);
    } else if (isBlank(text, above, below)) {
      text.append(' ');
    }
    text.append(below.text());
  }

  private boolean isBlank(StringBuilder text, PdfLine above, PdfLine below) {
    if (above.blankAfter() || below.blankBefore()) {
      return true;
    }
    if (",.!?:;".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return true;
    }
    if (!above.endsKorean() && !below.startsKorean()) {
      return !isIdeograph(above.text().codePointBefore(above.text().length()))
          || !isIdeograph(below.text().codePointAt(0));
    }
    if (blanksPrinted) {
      return false;
    }
    // who keeps Korean words may still break between a number and its unit
    boolean kept = wordsKept && above.endsKorean() && below.startsKorean();
    return kept || words.areApart(text, below.text());
  }

  /** A word that was hyphenated over the line's end becomes whole again. */
  private static boolean isHyphenated(StringBuilder text, String below) {
    int last = text.length() - 1;
    return last > 0
        && text.charAt(last) == '-'
        && Character.isLowerCase(text.charAt(last - 1))
        && Character.isLowerCase(below.charAt(0));
  }

  private static boolean isIdeograph(int point) {
    return Character.isIdeographic(point)
        || Character.UnicodeBlock.of(point) == Character.UnicodeBlock.HIRAGANA
        || Character.UnicodeBlock.of(point) == Character.UnicodeBlock.KATAKANA;
  }
}
