package app.madang.functions.chat;

import app.madang.knowledge.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sources that an answer really cites, each with the sentences that the answer took from it.
 */
final class CitedSources {

  /** {@code [1]}, but not the {@code \[1\]} of a quoted text. */
  static final Pattern MARK = Pattern.compile("(?<!\\\\)\\[(\\d{1,3})\\]");

  /** Marks that a text begins with. */
  static final Pattern LEADING_MARKS = Pattern.compile("(?:\\s*\\[\\d{1,3}\\])+");

  private CitedSources() {}

  /** What marks stand for, a line each after an empty one; empty when nothing is cited. */
  static String references(List<Citation> cited) {
    StringBuilder lines = new StringBuilder();
    for (Citation citation : cited) {
      lines
          .append(lines.isEmpty() ? "\n\n[" : "\n[")
          .append(citation.number())
          .append("] ")
          .append(citation.documentName())
          .append(": ")
          .append(citation.quote());
    }
    return lines.toString();
  }

  static List<Citation> of(String answer, List<Hit> sources) {
    Map<Integer, StringBuilder> lines = new TreeMap<>();
    for (String line : answer.split("\n")) {
      Matcher mark = MARK.matcher(line);
      while (mark.find()) {
        lines
            .computeIfAbsent(Integer.parseInt(mark.group(1)), n -> new StringBuilder())
            .append(MARK.matcher(line).replaceAll(" "))
            .append('\n');
      }
    }
    List<Citation> cited = new ArrayList<>();
    lines.forEach(
        (number, text) -> {
          if (number >= 1 && number <= sources.size()) {
            cited.add(Citation.of(number, sources.get(number - 1), text.toString()));
          }
        });
    return cited;
  }
}
