package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Collects a PDF's lines with where and how they were set, in the order of printing. */
final class PdfLines extends PDFTextStripper {

  private static final int MOST_CHARACTERS = 30_000_000;

  /** Who prints blanks prints at least one in so many characters. */
  private static final int FEWEST_BLANKS = 40;

  private final List<PdfLine> lines = new ArrayList<>();
  private final List<PdfRow> page = new ArrayList<>();
  private PdfRow row = new PdfRow();
  private int rows;
  private int characters;
  private int blanks;

  List<PdfLine> of(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
    return lines;
  }

  @Override
  protected void writeString(String text, List<TextPosition> positions) {
    positions.forEach(row::add);
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "too much text");
    }
  }

  @Override
  protected void writeWordSeparator() {
    row.gap();
  }

  @Override
  protected void writeLineSeparator() {
    endRow();
  }

  @Override
  protected void writeParagraphEnd() {
    endRow();
  }

  @Override
  protected void writePageEnd() {
    endRow();
    boolean blanksPrinted = blanks * FEWEST_BLANKS > characters;
    for (PdfRow each : page) {
      lines.addAll(each.cells(getCurrentPageNo(), rows++, blanksPrinted));
    }
    page.clear();
  }

  private void endRow() {
    blanks += row.blanks();
    page.add(row);
    row = new PdfRow();
  }
}
