package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.madang.functions.publishing.CanaryMeasure.Share;
import app.madang.functions.publishing.CanaryMeasure.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryMeasureTest {

  private static final Share NOBODY = new Share(0, 0);

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 50, 0",
    "1, 20, 0.0069",
    "9, 20, 0.2308",
    "20, 20, 0.7871",
    "50, 100, 0.3867"
  })
  void theLowerBoundIsWilsons(int bad, int sessions, double bound) {
    assertThat(CanaryMeasure.lowerBound(new Share(sessions, bad))).isCloseTo(bound, within(1e-4));
  }

  @ParameterizedTest
  @CsvSource({
    // all of 19 say nothing; of 20, nine dislikes or six failures prove it, one less does not
    "19, 19, WAITS, WAITS", "20, 1, HOLDS, HOLDS", "20, 5, HOLDS, HOLDS", "20, 6, FAILS, HOLDS",
    "20, 8, FAILS, HOLDS", "20, 9, FAILS, FAILS", "1000, 120, HOLDS, HOLDS",
        "1000, 135, FAILS, HOLDS",
    "0, 0, WAITS, WAITS"
  })
  void aCanaryFailsWhenItsSessionsProveIt(int sessions, int bad, Verdict errors, Verdict feedback) {
    Share canary = new Share(sessions, bad);
    assertThat(CanaryMeasure.errors(canary, NOBODY).verdict()).isEqualTo(errors);
    assertThat(CanaryMeasure.feedback(canary, NOBODY).verdict()).isEqualTo(feedback);
  }

  @Test
  void whatIsNoWorseThanTheOthersStays() {
    Share canary = new Share(20, 12);
    assertThat(CanaryMeasure.feedback(canary, new Share(20, 5)).verdict()).isEqualTo(Verdict.FAILS);
    assertThat(CanaryMeasure.feedback(canary, new Share(20, 10)).verdict())
        .isEqualTo(Verdict.HOLDS);
    // one unhappy person among few others excuses nothing
    CanaryMeasure alone = CanaryMeasure.feedback(canary, new Share(1, 1));
    assertThat(alone.verdict()).isEqualTo(Verdict.FAILS);
    assertThat(alone.live()).isNull();
  }
}
