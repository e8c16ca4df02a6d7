package app.madang.functions.local.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void theBestRankingIsOne() {
    Measures measures = Measures.of(List.of("a", "b", "c"), Map.of("a", 2, "b", 1));
    assertThat(measures).isEqualTo(new Measures(1, 1, 1));
  }

  @Test
  void gradesAreDiscountedByRankAsTrecDoes() {
    Measures measures = Measures.of(List.of("x", "b", "a"), Map.of("a", 2, "b", 1));
    double found = 1 / log2(3) + 2 / log2(4);
    double ideal = 2 / log2(2) + 1 / log2(3);
    assertThat(measures.gain()).isCloseTo(found / ideal, within(1e-12));
    assertThat(measures.reciprocal()).isEqualTo(0.5);
  }

  @Test
  void recallLooksAtFiveAndTheRestAtTen() {
    List<String> ranked = List.of("1", "2", "3", "4", "5", "a", "7", "8", "9", "10", "b");
    Measures measures = Measures.of(ranked, Map.of("a", 1, "b", 1));
    assertThat(measures.recall()).isZero();
    assertThat(measures.reciprocal()).isCloseTo(1.0 / 6, within(1e-12));
    assertThat(Measures.of(List.of(), Map.of("a", 1))).isEqualTo(new Measures(0, 0, 0));
  }

  @Test
  void anIntervalTellsADifferenceFromLuck() {
    double[] first = new double[60];
    double[] better = new double[60];
    double[] noise = new double[60];
    for (int i = 0; i < 60; i++) {
      better[i] = i % 3 == 0 ? 0.3 : 0.1;
      noise[i] = i % 2 == 0 ? 0.3 : -0.3;
    }
    assertThat(PairedBootstrap.of(first, better).low()).isPositive();
    PairedBootstrap luck = PairedBootstrap.of(first, noise);
    assertThat(luck.low()).isNegative();
    assertThat(luck.high()).isPositive();
    assertThat(PairedBootstrap.of(first, noise)).isEqualTo(luck);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
