package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import kr.dogfoot.hwplib.object.HWPFile;
import kr.dogfoot.hwplib.object.bodytext.Section;
import kr.dogfoot.hwplib.object.bodytext.paragraph.Paragraph;
import kr.dogfoot.hwplib.reader.HWPReader;

/** HWP 5: sections of paragraphs, with tables, boxes and notes hanging at their characters. */
final class HwpFile implements FormatReader {

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    HWPFile document = open(file);
    HangulBlocks blocks = new HangulBlocks(sink);
    HwpParagraphs paragraphs = new HwpParagraphs(new HwpStyles(document.getDocInfo()));
    for (Section section : document.getBodyText().getSectionList()) {
      for (Paragraph paragraph : section) {
        paragraphs.items(paragraph).forEach(blocks::tell);
      }
    }
  }

  private static HWPFile open(Path file) throws IOException {
    try {
      return HWPReader.fromInputStream(HwpContainer.withoutPictures(file));
    } catch (IOException | UnreadableException e) {
      throw e;
    } catch (Exception e) {
      // hwplib declares no more than that
      throw new UnreadableException(FailureCode.BROKEN, e);
    }
  }
}
