package app.madang.functions.ingestion.chunk;

import app.madang.functions.ingestion.parse.Block.Heading;
import java.util.ArrayList;
import java.util.List;

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

  List<String> texts() {
    return path.stream()
        .map(Heading::text)
        .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
        .toList();
  }
}
