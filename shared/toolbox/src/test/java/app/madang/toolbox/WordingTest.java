package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class WordingTest {

  @Test
  void theLanguagesSayTheSameThings() {
    ResourceBundle korean = ResourceBundle.getBundle("madang.toolbox.messages", Locale.KOREAN);
    ResourceBundle english = ResourceBundle.getBundle("madang.toolbox.messages", Locale.ENGLISH);
    assertThat(korean.keySet()).isEqualTo(english.keySet());
    for (String key : korean.keySet()) {
      String said = Wording.in(Locale.KOREAN, key);
      assertThat(said).matches(".*[가-힣].*\\.");
      assertThat(Wording.in(Locale.ENGLISH, key)).matches("[\\p{ASCII}]+\\.");
      assertThat(Wording.in(Locale.ENGLISH, key).contains("{0}")).isEqualTo(said.contains("{0}"));
    }
  }
}
