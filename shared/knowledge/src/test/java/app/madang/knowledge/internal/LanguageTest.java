package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

  @ParameterizedTest
  @CsvSource({
    "연차는 며칠인가요?, KO",
    "AWS Lambda 함수 cold start 줄이는 법, KO",
    "How many days of annual leave?, EN",
    "What does Kim (김) say in the handbook of the company?, EN",
    "2026-01-01 15:00, UND",
    "有給休暇は何日ですか, UND",
  })
  void theScriptTellsTheLanguage(String text, Language language) {
    assertThat(Language.of(text)).isEqualTo(language);
  }
}
