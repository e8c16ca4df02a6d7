package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects a PDF's paragraphs with the size of their type, as PDFBox finds lines and gaps. */
final class PdfParagraphs extends PDFTextStripper {

  private static final int MOST_CHARACTERS = 30_000_000;

  private final List<PdfParagraph> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int paragraphSize;
  private double lineSizes;
  private int lineGlyphs;
  private int characters;

  List<PdfParagraph> of(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
    return paragraphs;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    line.append(text);
    for (TextPosition position : positions) {
      lineSizes += position.getFontSizeInPt();
      lineGlyphs++;
    }
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "too much text");
    }
  }

  @Override
  protected void writeWordSeparator() {
    line.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
    endParagraph();
  }

  @Override
  protected void writePageEnd() {
    endLine();
    endParagraph();
  }

  private void endLine() {
    if (line.isEmpty()) {
      return;
    }
    int size = lineGlyphs == 0 ? paragraphSize : (int) Math.round(lineSizes * 2 / lineGlyphs);
    if (Math.abs(size - paragraphSize) > 2) {
      endParagraph();
    }
    paragraphSize = size;
    join(line.toString());
    line.setLength(0);
    lineSizes = 0;
    lineGlyphs = 0;
  }

  /** A word that was hyphenated over the line's end becomes whole again. */
  private void join(String next) {
    int last = paragraph.length() - 1;
    boolean hyphenated =
        last > 0
            && paragraph.charAt(last) == '-'
            && Character.isLowerCase(paragraph.charAt(last - 1))
            && Character.isLowerCase(next.charAt(0));
    if (hyphenated) {
      paragraph.setLength(last);
    } else if (last >= 0) {
      paragraph.append(' ');
    }
    paragraph.append(next);
  }

  private void endParagraph() {
    String text = CleanText.lines(paragraph.toString());
    paragraph.setLength(0);
    if (!text.isEmpty()) {
      paragraphs.add(new PdfParagraph(getCurrentPageNo(), paragraphSize, text));
    }
  }
}
