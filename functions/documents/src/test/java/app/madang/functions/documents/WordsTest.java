package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  @ParameterizedTest
  @EnumSource
  void eachFailureSaysWhatHappenedAndWhatToDoInBothLanguages(FailureCode code) {
    String korean = Words.in(Locale.KOREAN, "failure." + code.code());
    String english = Words.in(Locale.ENGLISH, "failure." + code.code());
    // two sentences: what happened, and what to do
    assertThat(korean).matches(".*[가-힣].*\\. .+\\.");
    assertThat(english).matches("[\\p{ASCII}]+\\. .+\\.").isNotEqualTo(korean);
  }

  @ParameterizedTest
  @ValueSource(strings = {"documents", "identity"})
  void theLanguagesHaveTheSameKeys(String module) throws IOException {
    assertThat(keys(module, "ko").stringPropertyNames())
        .isEqualTo(keys(module, "en").stringPropertyNames());
  }

  private static Properties keys(String module, String language) throws IOException {
    String file = "/madang/" + module + "/messages_" + language + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            java.util.Objects.requireNonNull(WordsTest.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
