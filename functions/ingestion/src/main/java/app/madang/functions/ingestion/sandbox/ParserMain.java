package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.chunk.Chunker;
import app.madang.functions.ingestion.parse.DocumentFile;
import app.madang.functions.ingestion.parse.Scans;
import app.madang.functions.ingestion.parse.UnreadableException;
import app.madang.knowledge.FailureCode;
import app.madang.knowledge.Omission;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The child process: one file in, its passages as JSON lines out. It knows no secret and no net.
 */
public final class ParserMain {

  private ParserMain() {}

  /**
   * Reads one file.
   *
   * @param args the file, where the lines go, the most passages, the most seconds, the folder of
   *     its scanned pages
   */
  public static void main(String[] args) throws IOException {
    ChildLife.endsWithParentOrAfter(Duration.ofSeconds(Integer.parseInt(args[3])));
    List<Omission> omissions = new ArrayList<>();
    try (PassageLines lines = new PassageLines(Path.of(args[1]), Integer.parseInt(args[2]))) {
      DocumentFile file = new DocumentFile(Path.of(args[0]), new Scans(Path.of(args[4])));
      lines.end(read(file, lines, omissions), omissions);
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // the parent logs what the child says
  private static String read(DocumentFile file, PassageLines lines, List<Omission> omissions) {
    try {
      Chunker chunker = new Chunker(lines);
      omissions.addAll(file.read(chunker));
      chunker.finish();
      return lines.written() == 0 ? nothing(omissions).code() : PassageLines.DONE;
    } catch (UnreadableException e) {
      System.err.println(e);
      return e.code().code();
    } catch (StackOverflowError e) {
      return FailureCode.TOO_COMPLEX.code();
    } catch (RuntimeException e) {
      // a parser that trips over a file: the libraries throw what they like
      e.printStackTrace();
      return FailureCode.BROKEN.code();
    }
  }

  /** Why there is nothing to read, when all that was left out was left out for one reason. */
  private static FailureCode nothing(List<Omission> omissions) {
    List<FailureCode> reasons = omissions.stream().map(Omission::reason).distinct().toList();
    return reasons.size() == 1 ? reasons.getFirst() : FailureCode.NO_TEXT;
  }
}
