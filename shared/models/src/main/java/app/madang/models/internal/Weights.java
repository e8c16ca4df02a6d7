package app.madang.models.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much each word of a question tells among some sentences: the rarer, the more. */
public final class Weights {

  private final Map<String, Double> weights;
  private final double total;

  private Weights(Map<String, Double> weights) {
    this.weights = weights;
    this.total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** Weighs words by the sentences that hold them. */
  public static Weights of(Set<String> words, List<String> sentences) {
    Map<String, Integer> holding = new HashMap<>();
    for (String sentence : sentences) {
      for (String word : Words.of(sentence)) {
        if (words.contains(word)) {
          holding.merge(word, 1, Integer::sum);
        }
      }
    }
    Map<String, Double> weights = new HashMap<>();
    for (String word : words) {
      // a word that no sentence holds may be a turn of phrase: it counts as one that a sentence
      // holds
      int n = Math.max(1, holding.getOrDefault(word, 0));
      weights.put(word, Math.log(1 + (Math.max(sentences.size(), n) - n + 0.5) / (n + 0.5)));
    }
    return new Weights(weights);
  }

  /** The share of the question, by weight, that a sentence holds: 0 to 1. */
  public double of(String sentence) {
    if (total == 0) {
      return 0;
    }
    double held = 0;
    for (String word : Words.of(sentence)) {
      held += weights.getOrDefault(word, 0.0);
    }
    return held / total;
  }
}
