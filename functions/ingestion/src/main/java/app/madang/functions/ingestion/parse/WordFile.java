package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Word documents: headings by style or outline level, tables with their first row as header. */
final class WordFile implements FormatReader {

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    OfficePackage.read(
        file,
        opened -> {
          try (XWPFDocument document = new XWPFDocument(opened)) {
            WordStyles styles = new WordStyles(document.getStyles());
            for (IBodyElement element : document.getBodyElements()) {
              element(element, styles, sink);
            }
            for (XWPFFootnote note : document.getFootnotes()) {
              for (XWPFParagraph paragraph : note.getParagraphs()) {
                sink.accept(new Paragraph(paragraph.getText(), Place.NONE));
              }
            }
          }
        });
  }

  private static void element(IBodyElement element, WordStyles styles, BlockSink sink) {
    switch (element) {
      case XWPFParagraph paragraph -> paragraph(paragraph, styles, sink);
      case XWPFTable table -> table(table, sink);
      case XWPFSDT field -> sink.accept(new Paragraph(field.getContent().getText(), Place.NONE));
      default -> {}
    }
  }

  private static void paragraph(XWPFParagraph paragraph, WordStyles styles, BlockSink sink) {
    String text = paragraph.getText();
    int level = styles.headingLevel(paragraph);
    if (level > 0) {
      sink.accept(new Heading(level, text, Place.NONE));
    } else {
      boolean bullet = paragraph.getNumID() != null && !text.isBlank();
      sink.accept(new Paragraph(bullet ? "- " + text : text, Place.NONE));
    }
  }

  private static void table(XWPFTable table, BlockSink sink) {
    TableRows rows = new TableRows(Place.NONE, sink);
    for (XWPFTableRow row : table.getRows()) {
      rows.row(row.getTableICells().stream().map(WordFile::text).toList());
    }
    rows.end();
  }

  private static String text(ICell cell) {
    return cell instanceof XWPFTableCell real ? real.getTextRecursively() : "";
  }
}
