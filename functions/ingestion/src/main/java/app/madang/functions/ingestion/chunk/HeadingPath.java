package app.madang.functions.ingestion.chunk;

import app.madang.functions.ingestion.parse.Block.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The headings that stand over the current text, outermost first. */
final class HeadingPath {

  private static final int LONGEST = 200;

  private final List<Heading> path = new ArrayList<>();

  void enter(Heading heading) {
    while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
      path.removeLast();
    }
    path.add(heading);
  }

  void clear() {
    path.clear();
  }

  /**
   * The headings, below the name of the file in the file.
   *
   * @param file null when there is none around
   */
  List<String> texts(@Nullable String file) {
    return Stream.concat(Stream.ofNullable(file), path.stream().map(Heading::text))
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .toList();
  }
}
