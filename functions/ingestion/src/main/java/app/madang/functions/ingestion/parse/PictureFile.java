package app.madang.functions.ingestion.parse;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** A photograph or a scan: all that is known of it is its size, the letters are recognised. */
final class PictureFile implements FormatReader {

  private static final int MOST_PAGES = 500;

  /** A photograph of a page has ten million; more is taken to have been made to hurt. */
  private static final long MOST_PIXELS = 200_000_000;

  /** A logo has less. */
  private static final long FEWEST_PIXELS = 100_000;

  @Override
  public void read(Path file, DocumentSink sink) throws IOException {
    List<Long> pixels;
    try (OpenPicture picture = OpenPicture.of(file)) {
      if (picture.pages() > MOST_PAGES) {
        throw new UnreadableException(FailureCode.TOO_COMPLEX, "too many pages");
      }
      pixels = picture.pixels();
    }
    if (pixels.stream().anyMatch(count -> count > MOST_PIXELS)) {
      throw new UnreadableException(FailureCode.TOO_COMPLEX, "too large a picture");
    }
    List<Integer> pages =
        IntStream.rangeClosed(1, pixels.size())
            .filter(page -> pixels.get(page - 1) >= FEWEST_PIXELS)
            .boxed()
            .toList();
    if (pages.isEmpty()) {
      throw new UnreadableException(FailureCode.NO_TEXT, "too small for letters");
    }
    new RecognisedPages(pages, sink).end();
  }
}
