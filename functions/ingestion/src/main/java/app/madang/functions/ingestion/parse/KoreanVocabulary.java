package app.madang.functions.ingestion.parse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a file itself writes two nouns where they stand within a line: as one word or as two. */
final class KoreanVocabulary {

  private static final int MOST_LINES = 20_000;

  private final TreeMap<String, Integer> words = new TreeMap<>();
  private final TreeMap<String, Integer> pairs = new TreeMap<>();

  KoreanVocabulary(List<PdfLine> lines) {
    for (PdfLine line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      String[] parts = line.text().split(" ");
      for (int i = 0; i < parts.length; i++) {
        words.merge(parts[i], 1, Integer::sum);
        if (i > 0) {
          pairs.merge(parts[i - 1] + " " + parts[i], 1, Integer::sum);
        }
      }
    }
  }

  /** Whether the nouns are one word elsewhere, more often than two. */
  boolean isOne(String first, String second) {
    return starting(words, first + second) > starting(pairs, first + " " + second);
  }

  private static int starting(TreeMap<String, Integer> counts, String start) {
    Map<String, Integer> tail = counts.tailMap(start);
    int sum = 0;
    for (Map.Entry<String, Integer> entry : tail.entrySet()) {
      if (!entry.getKey().startsWith(start)) {
        break;
      }
      sum += entry.getValue();
    }
    return sum;
  }
}
