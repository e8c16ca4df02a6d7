package app.madang.functions.ingestion.ocr;

import java.io.IOException;
import java.nio.file.Path;

/** Recognises Korean and English letters on the picture of a page. */
public interface PageRecogniser {

  /**
   * The text on a page, lines as they stand, paragraphs apart by an empty line; empty when there is
   * none.
   *
   * @param picture a PNG
   * @throws IOException when it could not be done, now or at all
   */
  String recognise(Path picture) throws IOException, InterruptedException;
}
