package app.madang.functions.local.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How good one ranking is.
 *
 * @param gain nDCG of the first 10
 * @param recall the share of relevant documents that are among the first 5
 * @param reciprocal 1 / the rank of the first relevant one among 10
 */
record Measures(double gain, double recall, double reciprocal) {

  private static final int GAIN_DEPTH = 10;
  private static final int RECALL_DEPTH = 5;

  static Measures of(List<String> ranked, Map<String, Integer> relevant) {
    double gain = 0;
    int found = 0;
    double reciprocal = 0;
    for (int i = 0; i < Math.min(GAIN_DEPTH, ranked.size()); i++) {
      int grade = relevant.getOrDefault(ranked.get(i), 0);
      if (grade > 0) {
        gain += grade * discount(i);
        found += i < RECALL_DEPTH ? 1 : 0;
        reciprocal = Math.max(reciprocal, 1.0 / (i + 1));
      }
    }
    List<Integer> ideal =
        relevant.values().stream().sorted(Comparator.reverseOrder()).limit(GAIN_DEPTH).toList();
    double best = 0;
    for (int i = 0; i < ideal.size(); i++) {
      best += ideal.get(i) * discount(i);
    }
    return new Measures(gain / best, (double) found / relevant.size(), reciprocal);
  }

  private static double discount(int index) {
    return Math.log(2) / Math.log(index + 2);
  }
}
