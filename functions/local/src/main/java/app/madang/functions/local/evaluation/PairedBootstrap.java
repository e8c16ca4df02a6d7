package app.madang.functions.local.evaluation;

import java.util.Arrays;
import java.util.Random;

/**
 * How sure a difference is: the same questions drawn again and again, with the difference of each
 * draw. An interval that leaves 0 out is not luck.
 *
 * @param difference second minus first, on average
 * @param low where 95 % of the draws begin
 * @param high where they end
 */
record PairedBootstrap(double difference, double low, double high) {

  private static final int DRAWS = 10_000;

  /** Compares two values a question; the same input always gives the same interval. */
  static PairedBootstrap of(double[] first, double[] second) {
    int n = first.length;
    double[] differences = new double[n];
    Arrays.setAll(differences, i -> second[i] - first[i]);
    Random random = new Random(17);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += differences[random.nextInt(n)];
      }
      means[draw] = sum / n;
    }
    Arrays.sort(means);
    return new PairedBootstrap(
        Arrays.stream(differences).average().orElse(0),
        means[(int) (DRAWS * 0.025)],
        means[(int) (DRAWS * 0.975)]);
  }
}
