package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Location;
import app.madang.knowledge.Part;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordsOfChatTest {

  @Test
  void aTitleIsTheQuestionsFirstLineCutAtAWord() {
    assertThat(Title.of("  연차는   며칠인가요?\n자세히")).isEqualTo("연차는 며칠인가요?");
    assertThat(Title.of("낱말 ".repeat(40))).endsWith("낱말…").hasSizeLessThanOrEqualTo(60);
    assertThat(Title.of("😀".repeat(70)).codePointCount(0, Title.of("😀".repeat(70)).length()))
        .isEqualTo(60);
  }

  @Test
  void onlyWhatAnAnswerMarksIsCited() {
    List<Hit> sources = List.of(hit("머리말이다. 병가는 60일이다. 맺음말이다."), hit("다."), hit("연차는 15일이다."));
    String answer = "- 연차는 15일 [3]\n- 병가는 60일 [1][9]\n- 인용문 \\[2\\] [0] [1234]";
    List<Citation> cited = CitedSources.of(answer, sources);
    assertThat(cited).extracting(Citation::number).containsExactly(1, 3);
    assertThat(cited).extracting(Citation::quote).containsExactly("병가는 60일이다.", "연차는 15일이다.");
  }

  @Test
  void aCitationStandsWhereItsQuoteDoes() {
    String text = "병가는 60일이다. 연차는 15일이다.";
    Location next = new Location(4, null, null, List.of("휴가", "연차"));
    Hit hit = hit(text, List.of(new Part(0, Location.NONE), new Part(text.indexOf("연차"), next)));
    assertThat(Citation.of(1, hit, "연차는 며칠?").location()).isEqualTo(next);
    assertThat(Citation.of(1, hit, "병가는 며칠?").location()).isEqualTo(Location.NONE);
  }

  private static Hit hit(String text) {
    return hit(text, List.of());
  }

  private static Hit hit(String text, List<Part> parts) {
    return new Hit(
        UUID.randomUUID(),
        UUID.randomUUID(),
        "x.txt",
        Location.NONE,
        parts,
        text,
        Clearance.INTERNAL,
        1,
        null,
        null);
  }
}
