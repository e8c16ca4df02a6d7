package app.madang.functions.ingestion.parse;

import static app.madang.functions.ingestion.PdfFiles.across;
import static app.madang.functions.ingestion.PdfFiles.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.ingestion.PdfFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfParagraphsTest {

  private static final String SENTENCE = "회사의 시설과 물품을 아껴 쓰고 허가 없이 밖으로 가지고 나가지 아니한다";

  @TempDir Path folder;

  /** Whoever printed it and however it was set; see resources/pdf/make.py. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "browser-ragged",
        "browser-justified",
        "browser-words-kept",
        "browser-spread",
        "browser-columns",
        "writer-ragged",
        "writer-justified",
        "writer-columns"
      })
  void paragraphsAreWholeAndNoMoreThanThat(String name) throws Exception {
    List<String> expected = Files.readAllLines(resource("paragraphs.txt"));
    List<String> read = ReadBlocks.of(resource(name + ".pdf"));
    String all = String.join(" ", read);
    assertThat(expected).allMatch(paragraph -> all.contains(paragraph));
    // a paragraph may end with a sentence where its page or column does
    assertThat(read)
        .allMatch(paragraph -> expected.stream().anyMatch(whole -> whole.contains(paragraph)));
    assertThat(read).hasSizeLessThanOrEqualTo(expected.size() + 2);
  }

  @Test
  void columnsPrintedAcrossAreReadOneAfterTheOther() throws IOException {
    Path file =
        PdfFiles.pages(
            folder.resolve("file"),
            List.of(
                across(SENTENCE, "The second column starts with this long"),
                across(
                    "직원은 맡은 업무를 성실히 수행하고 비밀을 밖에 알리지 않으며 서로",
                    "sentence, which goes on for a few more"),
                across(
                    "존중하고, 규칙을 고칠 때에는 직원 과반수의 의견을 듣는다. 근로시간",
                    "lines of about the same length as the"),
                across(
                    "은 하루 여덟 시간으로 하며 휴게시간은 열두 시부터 한 시간으로 하고",
                    "first column, and then it comes to an"),
                across(
                    "부서의 사정에 따라 시작과 끝 시각을 당기거나 늦출 수 있다. 임금은",
                    "end. Another sentence follows it here"),
                across("매월 초일부터 말일까지 계산하여 지급한다.", "and is short.")));
    List<String> read = ReadBlocks.of(file);
    assertThat(read).hasSize(2);
    assertThat(read.getFirst()).startsWith("회사의").contains("근로시간은 하루").endsWith("지급한다.");
    assertThat(read.getLast()).startsWith("The second").endsWith("here and is short.");
  }

  @Test
  void rowsOfATableStayRows() throws IOException {
    Path file =
        PdfFiles.pages(
            folder.resolve("file"),
            List.of(
                line(SENTENCE + "."),
                across("본인 결혼", "5일"),
                across("자녀 결혼", "1일"),
                across("부모 사망", "5일")));
    assertThat(ReadBlocks.of(file))
        .containsExactly(SENTENCE + ".", "본인 결혼 5일", "자녀 결혼 1일", "부모 사망 5일");
  }

  @Test
  void aSentenceOverTwoPagesIsWholeWhereItStarts() throws IOException {
    Path file =
        PdfFiles.pages(
            folder.resolve("file"),
            List.of(line("휴가 규정이다."), line(SENTENCE + ". 사용"), line(SENTENCE + ". 사용")),
            List.of(line("하지 않은 휴가는 소멸한다. 남은 날은 이월되지 아니하고"), line("수당으로도 주지 아니한다.")));
    assertThat(ReadBlocks.of(file))
        .containsExactly(
            "휴가 규정이다.",
            SENTENCE + ". 사용 " + SENTENCE + ". 사용하지 않은 휴가는 소멸한다.",
            "남은 날은 이월되지 아니하고 수당으로도 주지 아니한다.");
  }

  private static Path resource(String name) throws Exception {
    return Path.of(
        Objects.requireNonNull(PdfParagraphsTest.class.getResource("/pdf/" + name)).toURI());
  }
}
