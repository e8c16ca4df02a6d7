package app.madang.models.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {

  private static List<String> cut(String text) {
    return Sentences.of(text).stream().map(span -> span.in(text)).toList();
  }

  @Test
  void koreanAndEnglishSentencesEndWhereTheyEnd() {
    assertThat(cut("첫 문장이다. \"둘째인가?\" 셋째는 3.5점입니다.\n제목 줄\nSee Dr. Lee, e.g. today. Go!"))
        .containsExactly(
            "첫 문장이다.", "\"둘째인가?\"", "셋째는 3.5점입니다.", "제목 줄", "See Dr. Lee, e.g. today.", "Go!");
  }

  @Test
  void aShortNameStaysWithWhatItNames() {
    assertThat(cut("제12조 연차휴가. 15일을 준다. 끝이다. Travel. Book trains.\n부칙.\n시행한다."))
        .containsExactly("제12조 연차휴가. 15일을 준다.", "끝이다.", "Travel. Book trains.", "부칙.", "시행한다.");
  }

  @Test
  void endlessTextIsCutAtSpacesAndNeverInsideACharacter() {
    assertThat(cut("낱말 ".repeat(300))).allMatch(s -> s.length() <= 400).hasSize(3);
    String faces = "😀".repeat(450);
    assertThat(String.join("", cut(faces))).isEqualTo(faces);
    assertThat(cut("x" + faces)).noneMatch(s -> Character.isLowSurrogate(s.charAt(0)));
    assertThat(cut(" \n ")).isEmpty();
  }
}
