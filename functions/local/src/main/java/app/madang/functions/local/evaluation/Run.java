package app.madang.functions.local.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One way of searching, over all questions.
 *
 * @param measures a question each, in order
 * @param millis how long each took
 */
record Run(List<Measures> measures, List<Double> millis) {

  double[] values(ToDoubleFunction<Measures> measure) {
    return measures.stream().mapToDouble(measure).toArray();
  }

  double mean(ToDoubleFunction<Measures> measure) {
    return Arrays.stream(values(measure)).average().orElse(0);
  }

  double percentile(double share) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  /** As the last line has it. */
  Map<String, Double> json() {
    Map<String, Double> fields = new LinkedHashMap<>();
    fields.put("ndcg@10", rounded(mean(Measures::gain), 4));
    fields.put("recall@5", rounded(mean(Measures::recall), 4));
    fields.put("mrr@10", rounded(mean(Measures::reciprocal), 4));
    fields.put("p50_ms", rounded(percentile(0.5), 1));
    fields.put("p95_ms", rounded(percentile(0.95), 1));
    return fields;
  }

  private static double rounded(double value, int digits) {
    double factor = Math.pow(10, digits);
    return Math.round(value * factor) / factor;
  }
}
