package app.madang.knowledge.internal;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins word and meaning scores: BM25 as a share of the best, cosine stretched from worst to best,
 * summed with weights. Ranks alone (RRF) lose how sure each side was.
 */
final class Fusion {

  /** Anything from 0.3 to 0.45 ranked English questions better than either side alone. */
  private static final double WORDS_WEIGHT = 0.4;

  /** Below this cosine, a passage that shares no word with the question is not about it. */
  static final double MEANING_FLOOR = 0.3;

  private Fusion() {}

  /** One passage's scores. */
  record Scored(long passage, double score, @Nullable Double words, @Nullable Double meaning) {}

  static List<Scored> ofWords(Map<Long, Double> words, int limit) {
    double best = max(words);
    return words.entrySet().stream()
        .map(e -> new Scored(e.getKey(), e.getValue() / best, e.getValue() / best, null))
        .limit(limit)
        .toList();
  }

  static List<Scored> of(Map<Long, Double> words, Map<Long, Double> cosines, int limit) {
    double best = max(words);
    double high = max(cosines);
    double low = cosines.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double span = high > low ? high - low : 1;
    Set<Long> passages = new LinkedHashSet<>(words.keySet());
    cosines.forEach(
        (passage, cosine) -> {
          if (cosine >= MEANING_FLOOR) {
            passages.add(passage);
          }
        });
    return passages.stream()
        .map(
            passage -> {
              Double bm25 = words.get(passage);
              Double cosine = cosines.get(passage);
              Double share = bm25 == null ? null : bm25 / best;
              double stretched = cosine == null ? 0 : high > low ? (cosine - low) / span : 1;
              double score =
                  WORDS_WEIGHT * (share == null ? 0 : share) + (1 - WORDS_WEIGHT) * stretched;
              return new Scored(passage, score, share, cosine);
            })
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(limit)
        .toList();
  }

  private static double max(Map<Long, Double> scores) {
    double max = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return max > 0 ? max : 1;
  }
}
