package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.knowledge.Location;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementTest {

  @Test
  void eachSentenceIsBoundToTheMarksInItAndRightBehindIt() {
    String text = "연차는 15일이에요. [1][3] 사흘 전에 신청해요 [2]. 날씨가 좋네요.\n\n## 제목\n\n- Leave is paid. [2]";
    List<Statement> statements = Statement.of(text, citations(3));
    assertThat(statements)
        .extracting(Statement::citations)
        .containsExactly(List.of(1, 3), List.of(2), List.of(), List.of(2));
    assertThat(statements)
        .extracting(s -> text.substring(s.start(), s.end()).strip())
        .containsExactly(
            "연차는 15일이에요. [1][3]", "사흘 전에 신청해요 [2].", "날씨가 좋네요.", "- Leave is paid. [2]");
  }

  @Test
  void aMarkWithoutASourceSupportsNothing() {
    assertThat(Statement.of("그럴듯해요 [7].", citations(2)).getFirst().citations()).isEmpty();
    assertThat(Statement.of("인용한 글의 \\[1\\] 표시예요.", citations(2)).getFirst().citations()).isEmpty();
    assertThat(Statement.of("", List.of())).isEmpty();
    assertThat(Statement.of("[1]", citations(1))).isEmpty();
  }

  private static List<Citation> citations(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            n ->
                new Citation(
                    n,
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "d",
                    new Location(null, null, null, null),
                    "q",
                    null))
        .toList();
  }
}
