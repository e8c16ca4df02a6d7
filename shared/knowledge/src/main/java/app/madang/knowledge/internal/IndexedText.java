package app.madang.knowledge.internal;

import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a passage is found by: the name of its document and the headings over it stand before its
 * own words. People only ever read the words.
 */
final class IndexedText {

  private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

  private IndexedText() {}

  /**
   * The text for the index.
   *
   * @param document the document's name, as its file was called
   */
  static String of(String document, NewPassage passage) {
    return of(document, passage.location(), passage.text());
  }

  static String of(String document, Location location, String text) {
    List<String> lines = new ArrayList<>();
    lines.add(ENDING.matcher(document).replaceFirst("").replace('_', ' '));
    List<String> headings = location.headings();
    if (headings != null) {
      // a heading with which the passage starts is in its words
      headings.stream().filter(heading -> !text.contains(heading)).forEach(lines::add);
    }
    lines.add(text);
    return String.join("\n", lines);
  }
}
