package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FusionTest {

  @Test
  void wordsAloneAreSharesOfTheBest() {
    List<Fusion.Scored> fused = Fusion.ofWords(Map.of(1L, 8.0), 10);
    assertThat(fused).containsExactly(new Fusion.Scored(1, 1.0, 1.0, null));
  }

  @Test
  void whatBothSidesFindComesBeforeWhatOneFinds() {
    Map<Long, Double> words = Map.of(1L, 10.0, 2L, 9.0);
    Map<Long, Double> cosines = Map.of(2L, 0.8, 3L, 0.9, 4L, 0.4);
    List<Fusion.Scored> fused = Fusion.of(words, compared(cosines), 10);
    assertThat(fused).extracting(Fusion.Scored::passage).containsExactly(2L, 3L, 1L, 4L);
    assertThat(fused).extracting(Fusion.Scored::score).allMatch(s -> s >= 0 && s <= 1);
    assertThat(fused.getFirst().words()).isEqualTo(0.9);
    assertThat(fused.getFirst().meaning()).isEqualTo(0.8);
  }

  @Test
  void aFarPassageWithoutACommonWordIsNoAnswer() {
    assertThat(Fusion.of(Map.of(), compared(Map.of(1L, 0.1)), 10)).isEmpty();
  }

  @Test
  void aSinglePassageIsTheBest() {
    assertThat(Fusion.of(Map.of(1L, 3.0), compared(Map.of(1L, 0.7)), 10).getFirst().score())
        .isEqualTo(1);
  }

  @Test
  void eachModelIsStretchedAndWeighedByItself() {
    Fusion.Compared low = new Fusion.Compared(Map.of(1L, 0.3, 2L, 0.1), 0.4, 0);
    Fusion.Compared high = new Fusion.Compared(Map.of(3L, 0.95, 4L, 0.85), 0.7, 0);
    List<Fusion.Scored> fused = Fusion.of(Map.of(), List.of(low, high), 10);
    assertThat(fused).extracting(Fusion.Scored::passage).containsExactly(1L, 3L, 2L, 4L);
    assertThat(fused.getFirst().score()).isEqualTo(0.6);
  }

  private static List<Fusion.Compared> compared(Map<Long, Double> cosines) {
    return List.of(new Fusion.Compared(cosines, 0.4, 0.3));
  }
}
