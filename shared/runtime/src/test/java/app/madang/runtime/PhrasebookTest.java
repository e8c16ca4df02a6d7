package app.madang.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class PhrasebookTest {

  private final Phrasebook phrases = new Phrasebook("madang.phrasebook");

  @Test
  void itSpeaksTheCallersLanguageAndNeverTheMachines() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.FRENCH);
      assertThat(phrases.of("hello")).isEqualTo("안녕하세요.");
      Locales.runIn(
          Locale.ENGLISH, () -> assertThat(phrases.of("hello")).isEqualTo("Hello there."));
      assertThatThrownBy(() -> phrases.in(Locale.GERMAN, "hello"))
          .isInstanceOf(MissingResourceException.class);
    } finally {
      Locale.setDefault(machine);
    }
  }
}
