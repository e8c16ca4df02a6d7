package app.madang.functions.ingestion.parse;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.TextPosition;

/** The glyphs of one baseline; a gap that no spreading of words makes parts it into cells. */
final class PdfRow {

  /** In sizes of the type; columns may stand as near as this where blanks are printed. */
  private static final double NARROW_GAP = 1.2;

  private static final double WIDEST_GAP = 2.5;

  /** A printed blank may be spread to fill the line; cells are set apart without one. */
  private static final double WIDEST_SPREAD = 7;

  /** About what a blank takes where none was printed. */
  private static final double BLANK = 0.27;

  /** Where blanks are printed, less than this is only the air between two scripts. */
  private static final double AIR = 1;

  private final List<Glyph> glyphs = new ArrayList<>();
  private boolean gap;
  private double baseline;

  private record Glyph(
      String text, double left, double right, double size, boolean bold, boolean gapBefore) {

    boolean blank() {
      return text.isBlank();
    }
  }

  void add(TextPosition position) {
    double left = position.getXDirAdj();
    glyphs.add(
        new Glyph(
            plain(position.getUnicode()),
            left,
            left + position.getWidthDirAdj(),
            position.getYScale(),
            isBold(position.getFont()),
            gap));
    baseline = Math.max(baseline, position.getYDirAdj());
    gap = false;
  }

  /** Words stand apart here though no blank was printed. */
  void gap() {
    gap = true;
  }

  int blanks() {
    return (int) glyphs.stream().filter(Glyph::blank).count();
  }

  /**
   * The row's lines.
   *
   * @param blanksPrinted whether this file prints its blanks, so that a small gap is none
   */
  List<PdfLine> cells(int page, int row, boolean blanksPrinted) {
    List<PdfLine> cells = new ArrayList<>();
    int start = 0;
    int last = -1;
    for (int i = 0; i < glyphs.size(); i++) {
      Glyph glyph = glyphs.get(i);
      if (glyph.blank()) {
        continue;
      }
      double widest = blanksPrinted ? (last < i - 1 ? WIDEST_SPREAD : NARROW_GAP) : WIDEST_GAP;
      if (last >= 0 && glyph.left() - glyphs.get(last).right() > widest * glyph.size()) {
        cells.add(line(page, row, glyphs.subList(start, i), blanksPrinted));
        start = i;
      }
      last = i;
    }
    if (last >= 0) {
      cells.add(line(page, row, glyphs.subList(start, glyphs.size()), blanksPrinted));
    }
    return cells;
  }

  private PdfLine line(int page, int row, List<Glyph> cell, boolean blanksPrinted) {
    List<Glyph> printed = cell.stream().filter(glyph -> !glyph.blank()).toList();
    double size = printed.stream().mapToDouble(Glyph::size).average().orElse(0);
    long bold = printed.stream().filter(Glyph::bold).count();
    StringBuilder text = new StringBuilder(cell.getFirst().text());
    List<Double> gaps = new ArrayList<>();
    double firstWord = -1;
    for (int i = 1; i < cell.size(); i++) {
      Glyph glyph = cell.get(i);
      double gap = glyph.left() - cell.get(i - 1).right();
      boolean apart = glyph.gapBefore() && (!blanksPrinted || gap > AIR * size);
      if ((apart || glyph.blank()) && firstWord < 0 && !text.toString().isBlank()) {
        firstWord = cell.get(i - 1).right() - printed.getFirst().left();
      }
      gaps.add(gap - (apart ? BLANK * size : 0));
      text.append(apart ? " " : "").append(glyph.text());
    }
    double left = printed.getFirst().left();
    double right = printed.getLast().right();
    return new PdfLine(
        page,
        row,
        CleanText.line(text.toString()),
        left,
        right,
        baseline,
        size,
        bold * 2 > printed.size(),
        looseness(gaps),
        firstWord < 0 ? right - left : firstWord,
        printed.getFirst().right() - left,
        cell.getFirst().blank(),
        cell.getLast().blank());
  }

  /** What was added to the usual gap of letters. */
  private static double looseness(List<Double> gaps) {
    if (gaps.isEmpty()) {
      return 0;
    }
    double usual = Math.max(0, PdfColumns.median(gaps));
    return gaps.stream().mapToDouble(gap -> Math.max(0, gap - usual)).sum();
  }

  /** Ligatures as the letters that people type; everything in the form that searches expect. */
  private static String plain(String text) {
    boolean ligature = text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFB06);
    return Normalizer.normalize(text, ligature ? Normalizer.Form.NFKC : Normalizer.Form.NFC);
  }

  private static boolean isBold(PDFont font) {
    String name = font.getName();
    String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
    return lower.contains("bold") || lower.contains("black") || lower.contains("heavy");
  }
}
