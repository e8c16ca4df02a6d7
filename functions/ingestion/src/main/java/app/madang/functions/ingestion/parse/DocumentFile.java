package app.madang.functions.ingestion.parse;

import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.Block.Row;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of any format; its content decides which, its name does not. */
public final class DocumentFile {

  private final Path file;

  /** The file at a path. */
  public DocumentFile(Path file) {
    this.file = file;
  }

  /**
   * Tells the file's blocks in reading order, clean of control characters and in Unicode's NFC.
   *
   * @throws UnreadableException with the reason for its owner
   */
  public void read(BlockSink sink) {
    try {
      if (Files.size(file) == 0) {
        throw new UnreadableException(FailureCode.EMPTY, "no bytes");
      }
      new FormatDetection(file).format().reader().read(file, cleaning(sink));
    } catch (IOException e) {
      throw new UnreadableException(FailureCode.BROKEN, e);
    }
  }

  private static BlockSink cleaning(BlockSink sink) {
    return block -> {
      switch (block) {
        case Heading(int level, String text, Place place) -> {
          String clean = CleanText.line(text);
          if (!clean.isEmpty()) {
            sink.accept(new Heading(level, clean, place));
          }
        }
        case Paragraph(String text, Place place) -> {
          String clean = CleanText.lines(text);
          if (!clean.isEmpty()) {
            sink.accept(new Paragraph(clean, place));
          }
        }
        // a header keeps its identity: it is cleaned where it is made
        case Row row when row.cells().stream().anyMatch(cell -> !cell.isEmpty()) ->
            sink.accept(row);
        case Row _ -> {}
      }
    };
  }
}
