package app.madang.knowledge.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins word and meaning scores: BM25 as a share of the best, cosine stretched from worst to best,
 * summed with weights. Ranks alone (RRF) lose how sure each side was.
 */
final class Fusion {

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

  /**
   * What one model found.
   *
   * @param cosines by passage number; a passage has a cosine of one model only
   * @param words the share of the words in the score
   * @param floor below it, a passage without a common word is left out
   */
  record Compared(Map<Long, Double> cosines, double words, double floor) {

    double stretched(double cosine) {
      double high = max(cosines);
      double low = cosines.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
      return high > low ? (cosine - low) / (high - low) : 1;
    }
  }

  static List<Scored> of(Map<Long, Double> words, List<Compared> models, int limit) {
    double best = max(words);
    Map<Long, Scored> scored = new LinkedHashMap<>();
    // where the models know nothing of a passage, its words count as beside the first of them
    double alone = models.isEmpty() ? 1 : models.getFirst().words();
    words.forEach(
        (passage, bm25) ->
            scored.put(passage, new Scored(passage, alone * bm25 / best, bm25 / best, null)));
    for (Compared model : models) {
      model
          .cosines()
          .forEach(
              (passage, cosine) -> {
                Double bm25 = words.get(passage);
                if (bm25 == null && cosine < model.floor()) {
                  return;
                }
                Double share = bm25 == null ? null : Double.valueOf(bm25 / best);
                double score =
                    model.words() * (share == null ? 0 : share)
                        + (1 - model.words()) * model.stretched(cosine);
                scored.put(passage, new Scored(passage, score, share, cosine));
              });
    }
    return scored.values().stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(limit)
        .toList();
  }

  private static double max(Map<Long, Double> scores) {
    double max = scores.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    return max > 0 ? max : 1;
  }
}
