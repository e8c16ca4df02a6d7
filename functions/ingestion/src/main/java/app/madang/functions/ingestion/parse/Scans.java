package app.madang.functions.ingestion.parse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scanned pages on their way to whoever recognises letters, and back, in a folder. Each file with
 * such pages has a number: 0 is the uploaded one, the others are files in it, counted in the order
 * of reading, which is the same each time.
 *
 * @param folder with {@code <number>.pages}, the file itself as {@code <number>} unless it is 0,
 *     and what was recognised as {@code <number>-<page>.txt}
 */
public record Scans(Path folder) {

  private static final String PAGES = ".pages";

  /** More files in a file than these are not recognised. */
  private static final int MOST_FILES = 100;

  /**
   * A file with scanned pages.
   *
   * @param path where it is; null for the uploaded one
   */
  public record Scan(int number, @Nullable Path path, List<Integer> pages) {}

  /** What somebody recognised on a page, when somebody did. */
  Optional<String> recognised(int number, int page) throws IOException {
    Path text = text(number, page);
    return Files.exists(text) ? Optional.of(Files.readString(text)) : Optional.empty();
  }

  /** Keeps what was recognised. */
  public void recognised(int number, int page, String text) throws IOException {
    Files.writeString(text(number, page), text);
  }

  private Path text(int number, int page) {
    return folder.resolve(number + "-" + page + ".txt");
  }

  /** Asks for pages. The file is taken over, unless it is the uploaded one. */
  void ask(int number, Path file, List<Integer> pages) throws IOException {
    if (!Files.isDirectory(folder) || number > 0 && all().size() >= MOST_FILES) {
      return;
    }
    if (number > 0) {
      Files.move(file, folder.resolve("" + number), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(
        folder.resolve(number + PAGES),
        pages.stream().map(String::valueOf).collect(Collectors.joining("\n")));
  }

  /** What is asked for, in the order of reading. */
  public List<Scan> all() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Scan> scans = new ArrayList<>();
    try (Stream<Path> asked = Files.list(folder).filter(path -> path.toString().endsWith(PAGES))) {
      for (Path path : (Iterable<Path>) asked::iterator) {
        String name = path.getFileName().toString();
        int number = Integer.parseInt(name.substring(0, name.length() - PAGES.length()));
        scans.add(
            new Scan(
                number,
                number == 0 ? null : folder.resolve("" + number),
                Files.readAllLines(path).stream().map(Integer::valueOf).toList()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    scans.sort(Comparator.comparingInt(Scan::number));
    return scans;
  }
}
