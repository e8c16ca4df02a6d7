package app.madang.functions.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.ingestion.parse.HangulNumbers.Level;
import org.junit.jupiter.api.Test;

class HangulNumbersTest {

  private final HangulNumbers numbers = new HangulNumbers();

  @Test
  void aLevelCountsOnUntilTheOneAboveDoes() {
    numbers.define("1", 0, new Level("제^1장", HangulNumberStyle.DIGIT, 1));
    numbers.define("1", 1, new Level("제^1조의^2", HangulNumberStyle.DIGIT, 1));
    numbers.define("1", 2, new Level("^3.", HangulNumberStyle.HANGUL_SYLLABLE, 1));
    assertThat(numbers.nextOfOutline(0)).isEqualTo("제1장");
    assertThat(numbers.nextOfOutline(1)).isEqualTo("제1조의1");
    assertThat(numbers.nextOfOutline(2)).isEqualTo("가.");
    assertThat(numbers.nextOfOutline(2)).isEqualTo("나.");
    assertThat(numbers.nextOfOutline(1)).isEqualTo("제1조의2");
    assertThat(numbers.nextOfOutline(2)).isEqualTo("가.");
    assertThat(numbers.nextOfOutline(0)).isEqualTo("제2장");
    assertThat(numbers.nextOfOutline(1)).isEqualTo("제2조의1");
  }

  @Test
  void aLevelThatWasPassedOverCountsAsBegun() {
    for (int level = 0; level < 3; level++) {
      String format = "^1.^2.^3.".substring(0, 3 * (level + 1));
      numbers.define("1", level, new Level(format, HangulNumberStyle.DIGIT, 1));
    }
    assertThat(numbers.next("1", 2)).isEqualTo("1.1.1.");
    assertThat(numbers.next("1", 1)).isEqualTo("1.2.");
    assertThat(numbers.next("1", 0)).isEqualTo("2.");
  }

  @Test
  void numberingsCountApartAndStartWhereTheySay() {
    numbers.define("1", 0, new Level("^1.", HangulNumberStyle.DIGIT, 1));
    numbers.define("2", 0, new Level("(^1)", HangulNumberStyle.CIRCLED_DIGIT, 3));
    assertThat(numbers.next("1", 0)).isEqualTo("1.");
    assertThat(numbers.next("2", 0)).isEqualTo("(③)");
    assertThat(numbers.next("1", 0)).isEqualTo("2.");
    assertThat(numbers.next("2", 0)).isEqualTo("(④)");
  }

  @Test
  void whatIsNotDefinedIsNotCounted() {
    assertThat(numbers.next("7", 0)).isEmpty();
    assertThat(numbers.next("1", 99)).isEmpty();
    assertThat(numbers.next("1", -1)).isEmpty();
  }

  @Test
  void pastTheirSignsStylesGoOnInDigits() {
    assertThat(HangulNumberStyle.named("CircledDigit").of(20)).isEqualTo("⑳");
    assertThat(HangulNumberStyle.named("CIRCLED_DIGIT").of(21)).isEqualTo("21");
    assertThat(HangulNumberStyle.ROMAN_CAPITAL.of(1994)).isEqualTo("MCMXCIV");
    assertThat(HangulNumberStyle.ROMAN_SMALL.of(4)).isEqualTo("iv");
    assertThat(HangulNumberStyle.named("what").of(3)).isEqualTo("3");
  }
}
