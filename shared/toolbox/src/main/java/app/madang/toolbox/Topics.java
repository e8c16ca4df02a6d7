package app.madang.toolbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a question is about, told as the number of something that was written before it was asked: a
 * line of the tool's makers, or a {@link Subject}. Nothing of the question itself comes out.
 */
final class Topics {

  /** From this likeness on, of 0 to 1, a question is told as a line of the makers. */
  static final double NEAR = 0.5;

  private static final int MOST_CHARS = 2_000;

  private final Function<String, Set<String>> words;
  private final Map<Subject, List<Set<String>>> subjects;
  private final List<Weighed> lines;
  private final Map<String, Double> rareness = new HashMap<>();
  private final double unknown;

  /** A line of the makers, in each language that they wrote it in. */
  record Line(int id, String text) {}

  private record Weighed(int id, Set<String> words) {}

  /**
   * A release's.
   *
   * @param words what a text is about, each as it is compared
   */
  Topics(
      List<Line> lines,
      Function<String, Set<String>> words,
      Map<Subject, List<Set<String>>> subjects) {
    this.words = words;
    this.subjects = subjects;
    this.lines =
        lines.stream()
            .flatMap(
                line -> line.text().lines().map(text -> new Weighed(line.id(), words.apply(text))))
            .toList();
    Map<String, Integer> holding = new HashMap<>();
    this.lines.forEach(line -> line.words().forEach(word -> holding.merge(word, 1, Integer::sum)));
    holding.forEach((word, count) -> rareness.put(word, rareness(count)));
    this.unknown = rareness(0);
  }

  /** Every subject's words, as they are compared. */
  static Map<Subject, List<Set<String>>> subjects(Function<String, Set<String>> words) {
    Map<Subject, List<Set<String>>> all = new HashMap<>();
    for (Subject subject : Subject.all()) {
      all.put(subject, subject.words().stream().map(words).toList());
    }
    return all;
  }

  /** A line's id, a subject's as minus that, or null for neither. */
  @Nullable Integer of(String question) {
    Set<String> asked = words.apply(question.substring(0, Math.min(question.length(), MOST_CHARS)));
    Integer nearest = null;
    double best = 0;
    for (Weighed line : lines) {
      double likeness = likeness(asked, line.words());
      if (likeness >= NEAR && likeness > best) {
        nearest = line.id();
        best = likeness;
      }
    }
    return nearest == null ? subject(asked) : nearest;
  }

  private @Nullable Integer subject(Set<String> asked) {
    Integer found = null;
    int most = 0;
    for (Subject subject : Subject.all()) {
      for (Set<String> held : subjects.getOrDefault(subject, List.of())) {
        // of two, the one that says more
        if (held.size() > most && asked.containsAll(held)) {
          found = -subject.id();
          most = held.size();
        }
      }
    }
    return found;
  }

  /** The cosine of both, by words that are rarer among the lines the more. */
  private double likeness(Set<String> asked, Set<String> line) {
    double shared = 0;
    for (String word : line) {
      if (asked.contains(word)) {
        shared += Math.pow(weight(word), 2);
      }
    }
    return shared == 0 ? 0 : shared / (length(asked) * length(line));
  }

  private double length(Set<String> text) {
    return Math.sqrt(text.stream().mapToDouble(word -> Math.pow(weight(word), 2)).sum());
  }

  private double weight(String word) {
    return rareness.getOrDefault(word, unknown);
  }

  private double rareness(int holding) {
    return Math.log(1 + (lines.size() + 1.0) / (holding + 1.0));
  }
}
