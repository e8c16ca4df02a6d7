package app.madang.functions.ingestion.parse;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** Text without what no reader sees: controls, lone surrogates, runs of blanks. Always NFC. */
final class CleanText {

  private static final Pattern BLANKS = Pattern.compile("[\\h\\s]+");
  private static final Pattern INLINE_BLANKS = Pattern.compile("[\\h\\t\\f\\x0B]+");
  private static final Pattern LINE_ENDS =
      Pattern.compile(" ?(\\r\\n|\\r|\\n|\\x{2028}|\\x{2029}|\\x85) ?");
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  private CleanText() {}

  /** One line: a heading, a cell. */
  static String line(String text) {
    return BLANKS.matcher(visible(text)).replaceAll(" ").strip();
  }

  /** Cells of a row. */
  static List<String> cells(List<String> cells) {
    return cells.stream().map(CleanText::line).toList();
  }

  /** Lines of a paragraph; its own line breaks stay. */
  static String lines(String text) {
    String blanks = INLINE_BLANKS.matcher(visible(text)).replaceAll(" ");
    String lines = LINE_ENDS.matcher(blanks).replaceAll("\n");
    return EMPTY_LINES.matcher(lines).replaceAll("\n\n").strip();
  }

  private static String visible(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean clean = composed.codePoints().allMatch(CleanText::isVisible);
    if (clean) {
      return composed;
    }
    StringBuilder kept = new StringBuilder(composed.length());
    composed.codePoints().filter(CleanText::isVisible).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL ->
          point == '\n' || point == '\r' || point == '\t' || point == '\f' || point == 0x85;
      case Character.SURROGATE -> false;
      // zero-width joiners make words in some scripts; soft hyphens and byte order marks do not
      case Character.FORMAT -> point != 0xFEFF && point != 0xAD && point != 0x200B;
      default -> point != 0xFFFF && point != 0xFFFE;
    };
  }
}
