package app.madang.functions.ingestion.parse;

import java.util.HashMap;
import java.util.Map;

/**
 * The numbers that a Hangul document counts by itself, as "제3조" or "가.": they stand on the page and
 * in everybody's questions, but not in the text.
 */
final class HangulNumbers {

  private static final int LEVELS = 10;

  /** How one level of a numbering looks: {@code ^1} stands for the first level's number. */
  record Level(String format, HangulNumberStyle style, int start) {}

  private final Map<String, Level[]> numberings = new HashMap<>();
  private final Map<String, int[]> counted = new HashMap<>();

  /** The numbering of outlines; the first one when a section says none. */
  private String outline = "1";

  /**
   * Defines a level of a numbering.
   *
   * @param level 0 is the outermost
   */
  void define(String numbering, int level, Level how) {
    if (level >= 0 && level < LEVELS) {
      numberings.computeIfAbsent(numbering, _ -> new Level[LEVELS])[level] = how;
    }
  }

  /** From here on outlines are numbered like this. */
  void outline(String numbering) {
    outline = numbering;
  }

  String nextOfOutline(int level) {
    return next(outline, level);
  }

  /** What stands before the next paragraph of a numbering; empty when nothing does. */
  String next(String numbering, int level) {
    Level[] levels = numberings.get(numbering);
    if (levels == null || level < 0 || level >= LEVELS || levels[level] == null) {
      return "";
    }
    int[] counts = counted.computeIfAbsent(numbering, _ -> new int[LEVELS]);
    counts[level] = counts[level] == 0 ? first(levels[level]) : counts[level] + 1;
    for (int below = level + 1; below < LEVELS; below++) {
      counts[below] = 0;
    }
    String text = levels[level].format();
    for (int i = level; i >= 0; i--) {
      if (levels[i] != null) {
        // a level that was passed over counts as begun
        counts[i] = counts[i] == 0 ? first(levels[i]) : counts[i];
        text = text.replace("^" + (i + 1), levels[i].style().of(counts[i]));
      }
    }
    return text.strip();
  }

  private static int first(Level level) {
    return Math.max(1, level.start());
  }
}
