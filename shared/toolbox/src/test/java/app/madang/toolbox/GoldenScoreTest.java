package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.toolbox.GoldenScore.Expected;
import app.madang.toolbox.GoldenScore.Given;
import app.madang.toolbox.GoldenScore.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldenScoreTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "연차는 15일; 입사 1년이 지나면 연차가 15 일입니다[1].; true",
        "연차는 15일; 연차는 11일이에요. 병가는 15일이에요.; false",
        "5일; 연차는 15일이에요.; false",
        "15; 연차는 15.5일이에요.; false",
        "15; 답은 15.; true",
        "100,000원; 하루 **10만원**까지 됩니다.; true",
        "1만 5천원; 15000 원을 낸다; true",
        "1억 2천만원; 120,000,000원; true",
        "3.5%; 이율은 ３.５％ 이다; true",
        "사흘|3일; 휴가는 3일이다; true",
        "사흘|3일; 휴가는 13일이다; false",
        "출장비를 지급; 출장비는 지급한다; true",
        "three days; You get Three  days.; true",
        "30 days; You get 300 days.; false",
      })
  void aFactIsMetInOneSentence(String fact, String answer, boolean met) {
    assertThat(SaidFact.meets(answer, fact)).isEqualTo(met);
  }

  @Test
  void eachKindCountsAlike() {
    Passage leave = new Passage("휴가  규정.TXT", "연차는  15일을 준다.");
    GoldenScore score =
        GoldenScore.of(
            expecting(List.of("3일", "유급"), List.of("휴가 규정.txt", "취업규칙.pdf"), List.of("15일을 준다")),
            new Given(
                "3일이다 [1].",
                List.of(leave, new Passage("취업규칙.pdf", "")),
                List.of(leave),
                false,
                .4));
    assertThat(score.retrieval()).isEqualTo(1);
    assertThat(score.citation()).isBetween(.66, .67);
    assertThat(score.fact()).isEqualTo(.5);
    assertThat(score.exactly()).isNull();
    assertThat(score.fields()).isNull();
    assertThat(score.missing()).containsExactly("유급");
    assertThat(score.total()).isBetween(.64, .642);
  }

  @Test
  void aCitationOfNothingIsWrong() {
    Passage a = new Passage("a", "");
    Expected expected = new Expected(List.of(), List.of("a"), List.of(), "a [7]", null, null);
    GoldenScore score =
        GoldenScore.of(expected, new Given("A  [7]", List.of(a), List.of(a), true, null));
    assertThat(score.citation()).isZero();
    assertThat(score.exactly()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"days\":15,\"who\":{\"name\":\"김하늘\"}}; 1; ''",
        "{\"days\":15.0,\"who\":{\"name\":\" 김하늘\"},\"more\":1}; 1; ''",
        "```json {\"days\":15}```; 0.5; /who/name",
        "{\"days\":\"15\",\"who\":null}; 0; /days,/who/name",
        "15일입니다.; 0; /days,/who/name",
        "{\"days\":1e999,\"who\":{\"name\":\"김하늘\"}}; 0.5; /days",
      })
  void fieldsOfJsonAreCompared(String answer, double share, String missing) {
    String json = "{\"days\":15,\"who\":{\"name\":\"김하늘\"}}";
    GoldenScore score =
        GoldenScore.of(
            new Expected(List.of(), List.of(), List.of(), null, json, null),
            new Given(answer.replace("```json ", "```json\n"), List.of(), List.of(), false, null));
    assertThat(score.fields()).isEqualTo(share);
    assertThat(String.join(",", score.missing())).isEqualTo(missing);
    assertThat(score.total()).isEqualTo(share);
  }

  private static Expected expecting(
      List<String> facts, List<String> documents, List<String> passages) {
    return new Expected(facts, documents, passages, null, null, "친절한가");
  }
}
