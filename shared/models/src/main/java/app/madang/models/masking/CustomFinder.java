package app.madang.models.masking;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Runs administrators' patterns over windows of a text, so that the work grows with the text and
 * not with its square. A match of up to {@link #SURE_LENGTH} characters is found wherever it
 * stands; a longer one that reaches the end of its window is followed to its own end.
 */
final class CustomFinder {

  static final int SURE_LENGTH = 1_000;
  static final int MOST_PATTERNS = 50;

  private static final int WINDOW = 3 * SURE_LENGTH;

  private record Compiled(Pattern pattern, String label) {}

  /** Where a pattern matched. */
  record Match(int start, int end, String label) {}

  private final List<Compiled> patterns;

  CustomFinder(List<CustomPattern> patterns) {
    if (patterns.size() > MOST_PATTERNS) {
      throw new InvalidPattern(
          InvalidPattern.Problem.TOO_MANY, "at most " + MOST_PATTERNS + " patterns");
    }
    this.patterns =
        patterns.stream().map(p -> new Compiled(p.compile(), p.replacementLabel())).toList();
  }

  boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** All matches by their start; they may overlap. */
  List<Match> find(String text) {
    List<Match> matches = new ArrayList<>();
    for (Compiled compiled : patterns) {
      int done = 0;
      int window = 0;
      while (window < text.length()) {
        int end = Math.min(text.length(), window + WINDOW);
        int next = end == text.length() ? end : cut(text, end);
        done = window(compiled, text, window, end, next, done, matches);
        window = next;
      }
    }
    matches.sort(Comparator.comparingInt(Match::start).thenComparing(m -> -m.end()));
    return matches;
  }

  private static int window(
      Compiled compiled, String text, int from, int end, int next, int done, List<Match> matches) {
    Matcher matcher = compiled.pattern().matcher(text.substring(from, end));
    int last = done;
    int at = Math.max(0, done - from);
    while (at <= end - from && matcher.find(at)) {
      int start = from + matcher.start();
      if (start >= next) {
        break;
      }
      int stop = from + matcher.end();
      if (stop == end && end < text.length()) {
        stop = followed(compiled, text, start, stop);
      }
      if (stop > start) {
        matches.add(new Match(start, stop, compiled.label()));
        last = stop;
      }
      at = Math.max(stop - from, matcher.start() + 1);
    }
    return last;
  }

  /** Where a match ends that its window cut; each look is twice as far, as the match is long. */
  private static int followed(Compiled compiled, String text, int start, int cut) {
    int stop = cut;
    int end = cut;
    while (stop == end && end < text.length()) {
      end = Math.min(text.length(), start + 2 * (end - start) + SURE_LENGTH);
      Matcher matcher = compiled.pattern().matcher(text.substring(start, end));
      if (!matcher.lookingAt()) {
        break;
      }
      stop = Math.max(stop, start + matcher.end());
    }
    return stop;
  }

  /** Where the next window begins: behind a space, early enough for a match to be whole. */
  private static int cut(String text, int end) {
    int earliest = end - 2 * SURE_LENGTH;
    for (int i = end - SURE_LENGTH; i > earliest; i--) {
      if (Character.isWhitespace(text.charAt(i - 1))) {
        return i;
      }
    }
    return end - SURE_LENGTH;
  }
}
