package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.ContentWords;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

  private static final ContentWords WORDS = new ContentWords();

  private final Topics topics =
      new Topics(
          List.of(
              new Topics.Line(1, "연차 휴가는 며칠까지 쓸 수 있나요?\nHow many days of annual leave do I have?"),
              new Topics.Line(2, "출장비는 언제 정산되나요?\nWhen are travel expenses paid?"),
              new Topics.Line(3, "웨이퍼 세정 공정의 온도는 얼마인가요?"),
              new Topics.Line(4, "법인카드를 잃어버리면 어떻게 하나요?")),
          WORDS::of,
          Topics.subjects(WORDS::of));

  @ParameterizedTest
  @CsvSource({
    "연차 며칠 남았어요?, 1",
    "올해 연차 휴가가 며칠인지 알려 주세요, 1",
    "how many annual leave days do we get?, 1",
    "출장비 정산은 언제 해 주나요, 2",
    "when will my travel expenses be paid, 2",
    "세정 공정 온도가 궁금해요, 3",
    "법인카드를 잃어버렸어요, 4",
    "회의실 예약은 어디서 하나요?, -16",
    "where can I reset my password?, -39",
    "재택근무 신청하려고요, -3"
  })
  void aQuestionIsToldAsALineOrASubjectThatWasThereBefore(String question, int topic) {
    assertThat(topics.of(question)).isEqualTo(topic);
  }

  @ParameterizedTest
  @CsvSource({
    "김하늘 씨는 왜 그래요?",
    "010-1234-5678",
    "Jonathan Appleseed",
    "꿽뛟쀍",
    "안녕하세요",
    "이 문장에는 앞에서 말한 것이 하나도 없네요"
  })
  void aNameANumberOrAnUnknownWordIsNothing(String question) {
    assertThat(topics.of(question)).isNull();
  }

  @Test
  void withNoLinesOnlySubjectsAreTold() {
    Topics none = new Topics(List.of(), WORDS::of, Topics.subjects(WORDS::of));
    assertThat(none.of("연차 며칠 남았어요?")).isEqualTo(-1);
    assertThat(none.of("")).isNull();
  }

  @Test
  void theListOfSubjectsIsWhole() {
    List<Subject> all = Subject.all();
    assertThat(all)
        .extracting(Subject::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id > 0 && id < 1_000);
    for (Subject subject : all) {
      assertThat(subject.ko()).as("%s", subject).isNotBlank();
      assertThat(subject.en()).as("%s", subject).isNotBlank();
      assertThat(subject.words().stream().map(WORDS::of).filter(Set::isEmpty))
          .as("each is found: %s", subject)
          .isEmpty();
    }
  }
}
