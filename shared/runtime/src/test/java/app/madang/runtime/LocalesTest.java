package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "-|ko",
        "en|en",
        "en-US,en;q=0.9|en",
        "ko-KR,ko;q=0.9,en;q=0.8|ko",
        "fr|ko",
        "fr,en;q=0.5|en",
        ";;;|ko"
      })
  void korean_unless_english_is_preferred(String header, String language) {
    assertThat(Locales.choose(header).getLanguage()).isEqualTo(language);
  }
}
