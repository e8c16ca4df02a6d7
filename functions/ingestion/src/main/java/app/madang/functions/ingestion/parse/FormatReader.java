package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.nio.file.Path;

/** Reads files of one format. */
interface FormatReader {

  /**
   * Tells the blocks of a file in reading order.
   *
   * @throws IOException when the file is damaged
   */
  void read(Path file, DocumentSink sink) throws IOException;
}
