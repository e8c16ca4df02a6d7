package app.madang.functions.ingestion.sandbox;

import app.madang.functions.ingestion.parse.PagePictures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The child process that draws scanned pages: one file in, a picture a page out. */
public final class DrawingMain {

  private DrawingMain() {}

  /**
   * Draws pages.
   *
   * @param args the file, the folder of the pictures, the most seconds, the pages' numbers
   */
  public static void main(String[] args) throws IOException {
    ChildLife.endsWithParentOrAfter(Duration.ofSeconds(Integer.parseInt(args[2])));
    PagePictures.draw(
        Path.of(args[0]),
        Arrays.stream(args[3].split(",")).map(Integer::valueOf).toList(),
        Path.of(args[1]));
  }
}
