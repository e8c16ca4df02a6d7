package app.madang.models.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.AnswerRequest;
import app.madang.models.AnswerSink;
import app.madang.models.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExtractiveModelTest {

  private static final Source LEAVE =
      new Source(
          1,
          "취업규칙.pdf",
          "제3장 휴가\n1년간 80% 이상 출근한 직원에게 15일의 연차휴가를 준다. 병가는 연 60일 이내로 한다. 회사는 경조사 휴가를 따로 둔다.");
  private static final Source TRAVEL =
      new Source(
          2,
          "Travel.docx",
          "Book trains first. Hotels cost at most 150 euros per night. See Mr. Kim for visas.");

  private static final class Pieces implements AnswerSink {
    final List<String> texts = new ArrayList<>();
    int stopAfter = Integer.MAX_VALUE;

    @Override
    public void text(String delta) {
      texts.add(delta);
    }

    @Override
    public boolean cancelled() {
      return texts.size() >= stopAfter;
    }

    String all() {
      return String.join("", texts);
    }
  }

  private static Pieces answer(String question, Locale locale, Source... sources) {
    Pieces pieces = new Pieces();
    new ExtractiveModel()
        .answer(new AnswerRequest(List.of(), question, List.of(sources), locale), pieces);
    return pieces;
  }

  @Test
  void quotesTheSentenceThatAnswersAndCitesIt() {
    Pieces pieces = answer("연차는 며칠인가요?", Locale.KOREAN, TRAVEL, LEAVE);
    assertThat(pieces.all())
        .startsWith("문서에서 질문과 가장 가까운 문장이에요.")
        .as("that no model is set is a notice of its own")
        .doesNotContain("모델")
        .contains("- “1년간 80% 이상 출근한 직원에게 15일의 연차휴가를 준다.” [1]\n")
        .doesNotContain("[2]", "병가는");
    assertThat(pieces.texts).hasSizeGreaterThan(3);
  }

  @Test
  void answersInTheLanguageOfTheQuestion() {
    assertThat(answer("How much may a hotel cost?", Locale.KOREAN, LEAVE, TRAVEL).all())
        .startsWith("These sentences of the documents")
        .doesNotContain("model")
        .contains("- “Hotels cost at most 150 euros per night.” [2]\n")
        .doesNotContain("[1]");
    assertThat(answer("???", Locale.ENGLISH, LEAVE).all()).startsWith("Nothing in the documents");
  }

  @Test
  void aHeadingAloneAnswersNothing() {
    Source chapter = new Source(1, "x", "연차휴가\n연차휴가는 15일이다.");
    assertThat(answer("연차휴가는 며칠?", Locale.KOREAN, chapter).all())
        .contains("“연차휴가는 15일이다.”")
        .doesNotContain("“연차휴가”");
  }

  @Test
  void saysThatNothingWasFound() {
    assertThat(answer("구내식당 메뉴 알려주세요", Locale.KOREAN, LEAVE, TRAVEL).all())
        .contains("찾지 못했어요")
        .doesNotContain("[1]", "[2]");
    assertThat(answer("구내식당", Locale.KOREAN).all()).contains("찾지 못했어요");
  }

  @Test
  void whatADocumentSaysIsShownAndNotDone() {
    Source evil =
        new Source(
            1,
            "x",
            "비밀 ![x](https://evil.example/p.png) <img src=x onerror=alert(1)> [9] **굵게** `코드` &amp; 휴가");
    assertThat(answer("비밀 휴가", Locale.KOREAN, evil).all())
        .contains(
            "\\!\\[x\\]\\(https://evil.example/p.png\\)",
            "&lt;img",
            "\\[9\\]",
            "\\*\\*",
            "&amp;amp;")
        .doesNotContain("<img", " [9]");
  }

  @Test
  void sameQuestionSameAnswerAndItStopsWhenAsked() {
    assertThat(answer("연차는?", Locale.KOREAN, LEAVE).texts)
        .isEqualTo(answer("연차는?", Locale.KOREAN, LEAVE).texts);
    Pieces pieces = new Pieces();
    pieces.stopAfter = 2;
    new ExtractiveModel()
        .answer(new AnswerRequest(List.of(), "연차는?", List.of(LEAVE), Locale.KOREAN), pieces);
    assertThat(pieces.texts).hasSize(2);
  }
}
