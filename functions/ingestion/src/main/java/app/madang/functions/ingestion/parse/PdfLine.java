package app.madang.functions.ingestion.parse;

/**
 * A line of type, or one cell of a row of cells; measures are in points, from the top left.
 *
 * @param row the same number for the cells of one row
 * @param text without blanks at its ends
 * @param size of the type
 * @param looseness how far its words were spread to fill it
 * @param firstWord how wide its first word is
 * @param firstGlyph how wide its first character is
 * @param blankBefore whether it was printed with a blank at its start
 * @param blankAfter whether it was printed with a blank at its end
 */
record PdfLine(
    int page,
    int row,
    String text,
    double left,
    double right,
    double baseline,
    double size,
    boolean bold,
    double looseness,
    double firstWord,
    double firstGlyph,
    boolean blankBefore,
    boolean blankAfter) {

  /** In sizes of the type. */
  private static final double NEAR = 2.5;

  boolean startsKorean() {
    return isKorean(text.codePointAt(0));
  }

  boolean endsKorean() {
    return isKorean(text.codePointBefore(text.length()));
  }

  /** Whether the next cell stands so near that, outside of columns, both are one line. */
  boolean isNear(PdfLine next) {
    return next.left - right < NEAR * size;
  }

  PdfLine with(PdfLine next) {
    return new PdfLine(
        page,
        row,
        text + " " + next.text,
        left,
        next.right,
        baseline,
        size,
        bold && next.bold,
        looseness + next.looseness,
        firstWord,
        firstGlyph,
        blankBefore,
        next.blankAfter);
  }

  boolean overlaps(PdfLine other) {
    return left < other.right && other.left < right;
  }

  private static boolean isKorean(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL;
  }
}
