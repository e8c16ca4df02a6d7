package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** PDF: pages of paragraphs; what is set larger than the body is a heading. */
final class PdfFile implements FormatReader {

  private static final int MOST_PAGES = 5000;

  @Override
  public void read(Path file, BlockSink sink) throws IOException {
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      int pages = document.getNumberOfPages();
      if (pages == 0) {
        throw new UnreadableException(FailureCode.EMPTY, "no pages");
      }
      if (pages > MOST_PAGES) {
        throw new UnreadableException(FailureCode.TOO_COMPLEX, "too many pages");
      }
      PdfParagraphs paragraphs = new PdfParagraphs(new PdfLines().of(document));
      new PdfStructure(paragraphs.all(), paragraphs.joints(), pages).tell(sink);
    } catch (InvalidPasswordException e) {
      throw new UnreadableException(FailureCode.ENCRYPTED, e);
    }
  }
}
