package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void theLanguagesSayTheSameThings() throws IOException {
    Properties korean = keys("ko");
    assertThat(korean.stringPropertyNames()).isEqualTo(keys("en").stringPropertyNames());
    for (String key : korean.stringPropertyNames()) {
      assertThat(Words.in(Locale.KOREAN, key)).matches(".*[가-힣].*\\.");
      assertThat(Words.in(Locale.ENGLISH, key)).matches("[\\p{ASCII}]+\\.");
    }
  }

  private static Properties keys(String language) throws IOException {
    String file = "/madang/publishing/messages_" + language + ".properties";
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }
}
