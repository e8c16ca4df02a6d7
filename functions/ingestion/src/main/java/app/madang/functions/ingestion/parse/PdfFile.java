package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: pages of paragraphs; what is set larger than the body is a heading. */
final class PdfFile implements FormatReader {

  private static final int MOST_PAGES = 5000;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      int pages = document.getNumberOfPages();
      if (pages == 0) {
        throw new UnreadableException(FailureCode.EMPTY, "no pages");
      }
      if (pages > MOST_PAGES) {
        throw new UnreadableException(FailureCode.TOO_COMPLEX, "too many pages");
      }
      List<PdfLine> lines = new PdfLines().of(document);
      PdfParagraphs paragraphs = new PdfParagraphs(lines);
      RecognisedPages scans = new RecognisedPages(PdfScans.of(document, lines), sink);
      new PdfStructure(paragraphs.all(), paragraphs.joints(), pages).tell(scans);
      scans.end();
    } catch (InvalidPasswordException e) {
      throw new UnreadableException(FailureCode.ENCRYPTED, e);
    }
  }
}
