package app.madang.functions.chat;

import app.madang.models.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * A sentence of an answer and the citations that it rests on; none when nothing supports it.
 *
 * @param start where it begins in the answer's text
 * @param end where it ends, its marks included
 */
record Statement(int start, int end, List<Integer> citations) {

  /** The statements of an answer, in order; headings and lines without a word are none. */
  static List<Statement> of(String text, List<Citation> citations) {
    Set<Integer> known = citations.stream().map(Citation::number).collect(Collectors.toSet());
    List<Statement> statements = new ArrayList<>();
    for (Sentence sentence : Sentence.of(text)) {
      int start = sentence.start();
      Matcher leading = CitedSources.LEADING_MARKS.matcher(text).region(start, sentence.end());
      if (leading.lookingAt() && !statements.isEmpty()) {
        // a mark behind the full stop belongs to what stands before it
        Statement before = statements.removeLast();
        statements.add(
            new Statement(
                before.start(),
                leading.end(),
                numbers(text, before.start(), leading.end(), known)));
        start = leading.end();
      }
      String words =
          CitedSources.MARK.matcher(text.substring(start, sentence.end())).replaceAll("");
      if (!words.strip().startsWith("#") && words.chars().anyMatch(Character::isLetterOrDigit)) {
        statements.add(
            new Statement(start, sentence.end(), numbers(text, start, sentence.end(), known)));
      }
    }
    return statements;
  }

  private static List<Integer> numbers(String text, int start, int end, Set<Integer> known) {
    Set<Integer> found = new TreeSet<>();
    Matcher mark = CitedSources.MARK.matcher(text).region(start, end);
    while (mark.find()) {
      int number = Integer.parseInt(mark.group(1));
      if (known.contains(number)) {
        found.add(number);
      }
    }
    return List.copyOf(found);
  }
}
