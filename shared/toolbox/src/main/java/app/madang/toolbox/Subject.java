package app.madang.toolbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What people of every company ask about. The list is written by hand: no name can be on it, and
 * what tells of somebody's health, family or standing is left out.
 *
 * @param id never given to another
 * @param words any of which a question holds that is about it, in both languages
 */
public record Subject(int id, String ko, String en, List<String> words) {

  private static final String LIST = "subjects.csv";

  /** All of them, the same for each caller. */
  public static List<Subject> all() {
    return Listed.ALL;
  }

  /** The one with this id. */
  public static Optional<Subject> find(int id) {
    return all().stream().filter(subject -> subject.id() == id).findFirst();
  }

  private static Subject of(String line) {
    String[] cells = line.split(",", 4);
    return new Subject(
        Integer.parseInt(cells[0]), cells[1], cells[2], List.of(cells[3].split("\\|")));
  }

  private static final class Listed {
    private static final List<Subject> ALL = read();

    private static List<Subject> read() {
      try (InputStream in = Subject.class.getResourceAsStream("/madang/toolbox/" + LIST)) {
        if (in == null) {
          throw new IllegalStateException(LIST + " is missing");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(Subject::of)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
