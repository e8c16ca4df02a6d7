package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Paragraph;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;

/** Plain text: an empty line ends a paragraph. */
final class TextFile implements FormatReader {

  private static final int LONGEST_PARAGRAPH = 16 * 1024;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    read(TextEncoding.open(file), sink);
  }

  /** Reads and closes a text. */
  static void read(Reader text, BlockSink sink) throws IOException {
    StringBuilder paragraph = new StringBuilder();
    try (TextLines lines = new TextLines(text)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.isBlank() || paragraph.length() > LONGEST_PARAGRAPH) {
          end(paragraph, sink);
        }
        paragraph.append(line).append('\n');
      }
    }
    end(paragraph, sink);
  }

  private static void end(StringBuilder paragraph, BlockSink sink) {
    sink.accept(new Paragraph(paragraph.toString(), Place.NONE));
    paragraph.setLength(0);
  }
}
