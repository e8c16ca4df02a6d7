package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Presentations: a slide's title is a heading; what its speaker notes say follows. */
final class SlidesFile implements FormatReader {

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    OfficePackage.read(
        file,
        opened -> {
          try (XMLSlideShow show = new XMLSlideShow(opened)) {
            for (XSLFSlide slide : show.getSlides()) {
              slide(slide, sink);
            }
          }
        });
  }

  private static void slide(XSLFSlide slide, BlockSink sink) {
    Place place = Place.slide(slide.getSlideNumber());
    String title = slide.getTitle();
    sink.accept(new Heading(1, title == null ? "" : title, place));
    shapes(slide.getShapes(), place, sink);
    XSLFNotes notes = slide.getNotes();
    if (notes != null) {
      shapes(notes.getShapes(), place, sink);
    }
  }

  private static void shapes(List<XSLFShape> shapes, Place place, BlockSink sink) {
    for (XSLFShape shape : shapes) {
      switch (shape) {
        case XSLFGroupShape group -> shapes(group.getShapes(), place, sink);
        case XSLFTable table -> table(table, place, sink);
        case XSLFTextShape text when !furniture(text) ->
            sink.accept(new Paragraph(text.getText(), place));
        default -> {}
      }
    }
  }

  /** What stands on every slide, and the title, which is told already. */
  private static boolean furniture(XSLFTextShape shape) {
    Placeholder kind = shape.getTextType();
    return kind == Placeholder.TITLE
        || kind == Placeholder.CENTERED_TITLE
        || kind == Placeholder.SLIDE_NUMBER
        || kind == Placeholder.DATETIME
        || kind == Placeholder.FOOTER
        || kind == Placeholder.HEADER;
  }

  private static void table(XSLFTable table, Place place, BlockSink sink) {
    TableRows rows = new TableRows(place, sink);
    for (XSLFTableRow row : table.getRows()) {
      rows.row(row.getCells().stream().map(XSLFTableCell::getText).toList());
    }
    rows.end();
  }
}
