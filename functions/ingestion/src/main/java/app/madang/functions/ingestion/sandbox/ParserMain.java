package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.chunk.Chunker;
import app.madang.functions.ingestion.parse.DocumentFile;
import app.madang.functions.ingestion.parse.UnreadableException;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The child process: one file in, its passages as JSON lines out. It knows no secret and no net.
 */
public final class ParserMain {

  private ParserMain() {}

  /**
   * Reads one file.
   *
   * @param args the file, where the lines go, the most passages, the most seconds
   */
  public static void main(String[] args) throws IOException {
    haltWithoutParent(Duration.ofSeconds(Integer.parseInt(args[3])));
    try (PassageLines lines = new PassageLines(Path.of(args[1]), Integer.parseInt(args[2]))) {
      lines.end(read(Path.of(args[0]), lines));
    }
  }

  @SuppressWarnings("CatchAndPrintStackTrace") // the parent logs what the child says
  private static String read(Path file, PassageLines lines) {
    try {
      Chunker chunker = new Chunker(lines);
      new DocumentFile(file).read(chunker);
      chunker.finish();
      return lines.written() == 0 ? FailureCode.NO_TEXT.code() : PassageLines.DONE;
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

  /** Standard input ends when the parent dies, however it dies. */
  private static void haltWithoutParent(Duration most) {
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                System.in.read();
              } catch (IOException e) {
                // as good as ended
              }
              Runtime.getRuntime().halt(4);
            });
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                Thread.sleep(most);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              Runtime.getRuntime().halt(5);
            });
  }
}
