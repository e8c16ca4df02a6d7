package app.madang.functions.ingestion.parse;

/**
 * Lines that stand together, joined.
 *
 * @param size of the type, in half points
 * @param first its first line
 * @param last its last line
 * @param room what the last line leaves at its end
 */
record PdfParagraph(
    int page, int size, boolean bold, String text, PdfLine first, PdfLine last, double room) {

  boolean isLine() {
    return first == last;
  }

  /** The same with other text, which nothing continues. */
  PdfParagraph ended(String other) {
    return new PdfParagraph(page, size, bold, other, first, last, Double.MAX_VALUE);
  }

  /** The same without the start of its text. */
  PdfParagraph from(int start) {
    return new PdfParagraph(page, size, bold, text.substring(start).strip(), first, last, room);
  }
}
