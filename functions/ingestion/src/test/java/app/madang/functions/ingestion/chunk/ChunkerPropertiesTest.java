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
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every document, tried on documents that nobody wrote. */
class ChunkerPropertiesTest {

  private static final List<String> WORDS =
      List.of("연차는", "직원에게", "제3조의", "3.5배로", "rule", "applies", "(참고)", "계약서를", "U.S.", "이월된다");

  private final List<Block> blocks = new ArrayList<>();

  /** Sentences and rows in order, each unmistakable, with the page where it stands. */
  private final List<String> pieces = new ArrayList<>();

  private final List<Integer> pages = new ArrayList<>();
  private final List<List<String>> headers = new ArrayList<>();

  @RepeatedTest(200)
  void nothingIsCutLostMovedOrWithoutItsHeader(RepetitionInfo repetition) {
    invent(new Random(repetition.getCurrentRepetition()));
    List<NewPassage> passages = chunk();
    assertThat(chunk()).isEqualTo(passages);
    assertThat(passages).allMatch(passage -> Tokens.in(passage.text()) <= Chunker.MOST);
    int passage = 0;
    int from = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int at = passages.get(passage).text().indexOf(pieces.get(i), from);
      if (at < 0) {
        // every piece is whole in the passage after the one before it, or in the same
        at = passages.get(++passage).text().indexOf(pieces.get(i));
      }
      NewPassage found = passages.get(passage);
      assertThat(at).as(pieces.get(i)).isNotNegative();
      from = at + pieces.get(i).length();
      assertThat(location(found, at).page()).isEqualTo(pages.get(i));
      if (!headers.get(i).isEmpty()) {
        assertThat(found.text().lastIndexOf(TableText.header(headers.get(i)), at)).isNotNegative();
      }
    }
    assertThat(passage).isEqualTo(passages.size() - 1);
    passages.forEach(ChunkerPropertiesTest::partsAreInOrder);
  }

  private static void partsAreInOrder(NewPassage passage) {
    List<Part> parts = passage.parts();
    if (parts.isEmpty()) {
      return;
    }
    assertThat(parts.getFirst().start()).isZero();
    assertThat(parts.getFirst().location()).isEqualTo(passage.location());
    assertThat(parts).extracting(Part::start).isSorted().doesNotHaveDuplicates();
    assertThat(parts.getLast().start()).isLessThan(passage.text().length());
    assertThat(parts).extracting(part -> part.location().page()).isSorted();
  }

  private static Location location(NewPassage passage, int at) {
    return passage.parts().stream()
        .filter(part -> part.start() <= at)
        .reduce((_, last) -> last)
        .map(Part::location)
        .orElse(passage.location());
  }

  private List<NewPassage> chunk() {
    List<NewPassage> passages = new ArrayList<>();
    Chunker chunker = new Chunker(passages::add);
    blocks.forEach(chunker::accept);
    chunker.finish();
    return passages;
  }

  private void invent(Random random) {
    int page = 1;
    int count = 1 + random.nextInt(60);
    for (int i = 0; i < count; i++) {
      page += random.nextInt(4) / 3;
      switch (random.nextInt(6)) {
        case 0 -> blocks.add(new Heading(1 + random.nextInt(4), "제목 " + i, Place.NONE));
        case 1 -> table(random, page, i);
        default -> paragraph(random, page, i);
      }
      if (blocks.getLast() instanceof Heading(int level, String text, Place _)) {
        blocks.set(blocks.size() - 1, new Heading(level, text, new Place(page, null, null)));
      }
    }
    paragraph(random, page, count);
  }

  private void paragraph(Random random, int page, int number) {
    StringBuilder text = new StringBuilder();
    int sentences = 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 5);
    for (int s = 0; s < sentences; s++) {
      String sentence =
          "글" + number + "가" + s + " " + words(random, random.nextInt(10) == 0 ? 60 : 15) + " 끝난다.";
      add(sentence, page, List.of());
      text.append(text.isEmpty() ? "" : " ").append(sentence);
    }
    blocks.add(new Paragraph(text.toString(), new Place(page, null, null)));
  }

  private void table(Random random, int page, int number) {
    int columns = 2 + random.nextInt(4);
    List<String> header = IntStream.range(0, columns).mapToObj(c -> "열" + c).toList();
    int rows = 1 + random.nextInt(40);
    for (int r = 0; r < rows; r++) {
      List<String> cells = new ArrayList<>(List.of("칸" + number + "나" + r));
      while (cells.size() < columns) {
        cells.add(random.nextInt(5) == 0 ? "" : words(random, 15));
      }
      add(TableText.line(cells), page, header);
      blocks.add(new Row(header, cells, new Place(page, null, null)));
    }
  }

  private void add(String piece, int page, List<String> header) {
    pieces.add(piece);
    pages.add(page);
    headers.add(header);
  }

  private static String words(Random random, int most) {
    StringBuilder words = new StringBuilder();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      words.append(i == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return words.toString();
  }
}
