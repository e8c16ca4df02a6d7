package app.madang.functions.ingestion.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.ingestion.parse.Block;
import app.madang.functions.ingestion.parse.Block.Heading;
import app.madang.functions.ingestion.parse.Block.Paragraph;
import app.madang.functions.ingestion.parse.Block.Row;
import app.madang.functions.ingestion.parse.Place;
import app.madang.knowledge.Location;
import app.madang.knowledge.NewPassage;
import app.madang.knowledge.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkerTest {

  private static final String SENTENCE = "회의록은 회의가 끝난 뒤 이틀 안에 팀장에게 보내고 모든 참석자가 볼 수 있게 한다. ";

  @Test
  void aLongTextIsCutBetweenSentencesIntoFullPassages() {
    List<NewPassage> passages = chunk(paragraph(SENTENCE.repeat(200)));
    assertThat(passages).hasSizeGreaterThan(8);
    assertThat(passages).allMatch(passage -> passage.text().endsWith("한다."));
    assertThat(passages.subList(0, passages.size() - 1))
        .allMatch(passage -> Tokens.in(passage.text()) >= 400 && Tokens.in(passage.text()) <= 500);
    assertThat(String.join(" ", passages.stream().map(NewPassage::text).toList()))
        .isEqualTo(SENTENCE.repeat(200).strip());
  }

  @Test
  void shortSectionsShareAPassageLongOnesDoNot() {
    assertThat(
            chunk(
                heading(1, "규정"),
                heading(2, "휴가"),
                paragraph("연차는 15일."),
                heading(2, "출장"),
                paragraph("하루 5만 원.")))
        .singleElement()
        .satisfies(
            passage -> {
              assertThat(passage.text()).isEqualTo("규정\n\n휴가\n연차는 15일.\n\n출장\n하루 5만 원.");
              assertThat(passage.location().headings()).containsExactly("규정");
            });
    List<NewPassage> sections =
        chunk(
            heading(1, "규정"),
            heading(2, "휴가"),
            paragraph(SENTENCE.repeat(17)),
            heading(2, "출장"),
            paragraph(SENTENCE.repeat(17)));
    assertThat(sections).hasSize(2);
    assertThat(sections.getLast().text()).startsWith("출장\n회의록은");
    assertThat(sections.getLast().location().headings()).containsExactly("규정", "출장");
  }

  @Test
  void eachPartOfAPassageKnowsItsPageAndHeadings() {
    NewPassage passage =
        chunk(
                new Heading(1, "휴가", Place.NONE),
                new Paragraph("연차는 15일이다.", new Place(1, null, null)),
                new Paragraph("남은 날은 사라진다.", new Place(2, null, null)),
                new Heading(2, "병가", new Place(2, null, null)),
                new Paragraph("병가는 60일이다.", new Place(2, null, null)))
            .getFirst();
    assertThat(passage.parts())
        .extracting(part -> passage.text().substring(part.start()).lines().findFirst().orElse(""))
        .containsExactly("휴가", "남은 날은 사라진다.", "병가");
    assertThat(passage.parts())
        .extracting(Part::location)
        .containsExactly(
            new Location(1, null, null, List.of("휴가")),
            new Location(2, null, null, List.of("휴가")),
            new Location(2, null, null, List.of("휴가", "병가")));
  }

  @Test
  void everyPieceOfATableRepeatsTheHeader() {
    List<String> header = List.of("이름", "설명");
    Block[] rows =
        IntStream.range(0, 60)
            .mapToObj(i -> new Row(header, List.of("항목 " + i, SENTENCE), Place.NONE))
            .toArray(Block[]::new);
    List<NewPassage> passages = chunk(rows);
    assertThat(passages).hasSizeGreaterThan(3);
    assertThat(passages)
        .allSatisfy(
            passage -> {
              assertThat(passage.text())
                  .startsWith("| 이름 | 설명 |\n| --- | --- |\n| 항목 ")
                  .endsWith(" |");
              assertThat(Tokens.in(passage.text())).isLessThanOrEqualTo(500);
            });
  }

  @Test
  void aRowTooWideForALineNamesItsValues() {
    List<String> header = IntStream.range(0, 400).mapToObj(i -> "열" + i).toList();
    List<String> cells = new ArrayList<>(Collections.nCopies(400, ""));
    cells.set(3, "셋");
    cells.set(399, "끝");
    assertThat(chunk(new Row(header, cells, Place.NONE)))
        .singleElement()
        .extracting(NewPassage::text)
        .isEqualTo("열3: 셋\n\n열399: 끝");
  }

  @Test
  void slidesAndSheetsNeverShareAPassage() {
    assertThat(
            chunk(
                new Paragraph("하나", new Place(null, 1, null)),
                new Paragraph("둘", new Place(null, 2, null)),
                new Paragraph("셋", new Place(null, null, "표"))))
        .extracting(NewPassage::text)
        .containsExactly("하나", "둘", "셋");
  }

  @Test
  void aWordWithoutEndIsCutAnywhereButNotInACharacter() {
    List<NewPassage> passages = chunk(paragraph("😀가".repeat(4000)));
    assertThat(passages).allMatch(passage -> Tokens.in(passage.text()) <= 500);
    assertThat(passages.stream().mapToInt(passage -> passage.text().length()).sum())
        .isEqualTo(12000);
    assertThat(passages).noneMatch(passage -> Character.isLowSurrogate(passage.text().charAt(0)));
  }

  @Test
  void whatSaysNothingIsNoPassage() {
    assertThat(chunk(paragraph("[[[[[ ]]]]]"), paragraph("---"))).isEmpty();
  }

  @Test
  void numberingAndDecimalsEndNoSentence() {
    assertThat(Sentences.of("1. 목적은 3.5배이다. (참고) 끝났나? \"네.\" 그렇다。다음"))
        .containsExactly("1. 목적은 3.5배이다. ", "(참고) 끝났나? ", "\"네.\" ", "그렇다。", "다음");
  }

  private static List<NewPassage> chunk(Block... blocks) {
    List<NewPassage> passages = new ArrayList<>();
    Chunker chunker = new Chunker(passages::add);
    Arrays.stream(blocks).forEach(chunker::accept);
    chunker.finish();
    return passages;
  }

  private static Paragraph paragraph(String text) {
    return new Paragraph(text, Place.NONE);
  }

  private static Heading heading(int level, String text) {
    return new Heading(level, text, Place.NONE);
  }
}
