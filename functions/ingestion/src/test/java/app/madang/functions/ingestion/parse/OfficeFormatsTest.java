package app.madang.functions.ingestion.parse;

import static app.madang.functions.ingestion.PdfFiles.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.ingestion.OfficeFiles;
import app.madang.functions.ingestion.PdfFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfficeFormatsTest {

  @TempDir Path folder;

  @Test
  void wordHeadingsAndTablesAreTold() throws IOException {
    Path file =
        new OfficeFiles.Word()
            .heading(1, "취업 규칙")
            .paragraph("All employees follow these rules.")
            .heading(2, "휴가")
            .table(List.of(List.of("구분", "일수"), List.of("연차", "15")))
            .write(folder.resolve("rules"));
    assertThat(ReadBlocks.of(file))
        .containsExactly(
            "# 취업 규칙", "All employees follow these rules.", "## 휴가", "[구분, 일수] → [연차, 15]");
  }

  @Test
  void slidesKeepTheirNumbers() throws IOException {
    Path file =
        OfficeFiles.slides(
            folder.resolve("deck"),
            List.of(List.of("분기", "매출"), List.of("1분기", "10억")),
            "계획",
            "첫 문장입니다.",
            "실적",
            "둘째 장입니다.");
    assertThat(ReadBlocks.of(file))
        .containsExactly("# 계획", "첫 문장입니다.", "# 실적", "둘째 장입니다.", "[분기, 매출] → [1분기, 10억]");
    List<Place> places = new ArrayList<>();
    new DocumentFile(file).read(block -> places.add(block.place()));
    assertThat(places).extracting(Place::slide).containsExactly(1, 1, 2, 2, 2);
  }

  @Test
  void sheetsHaveTitleHeaderAndRows() throws IOException {
    Path file =
        OfficeFiles.sheet(
            folder.resolve("book"),
            "급여",
            List.of(
                List.of("2026년 급여표"),
                List.of("이름", "금액"),
                List.of("김하늘", 3_500_000),
                List.of("", "합계")));
    assertThat(ReadBlocks.of(file))
        .containsExactly("[] → [2026년 급여표]", "[이름, 금액] → [김하늘, 3500000]", "[이름, 금액] → [, 합계]");
  }

  @Test
  void pdfPagesHaveHeadingsByTypeSize() throws IOException {
    Path file =
        PdfFiles.pages(
            folder.resolve("pdf"),
            List.of(
                new PdfFiles.Line(20, "보안 지침"),
                line(""),
                line("비밀번호는 석 달마다 바꾼다. 사내 시스템은"),
                line("두 단계로 인증한다.")),
            List.of(line("The second page speaks English.")));
    assertThat(ReadBlocks.of(file))
        .containsExactly(
            "# 보안 지침", "비밀번호는 석 달마다 바꾼다. 사내 시스템은 두 단계로 인증한다.", "The second page speaks English.");
    List<Place> places = new ArrayList<>();
    new DocumentFile(file).read(block -> places.add(block.place()));
    assertThat(places).extracting(Place::page).containsExactly(1, 1, 2);
  }

  @Test
  @SuppressWarnings("unchecked") // pages are lists of lines
  void runningHeadsAreDropped() throws IOException {
    List<PdfFiles.Line>[] pages = new List[6];
    for (int i = 0; i < pages.length; i++) {
      pages[i] =
          List.of(
              line("대외비 - " + (i + 1) + "쪽"),
              line(""),
              line("본문 문장 " + "가나다라마바".charAt(i) + "입니다."));
    }
    assertThat(ReadBlocks.of(PdfFiles.pages(folder.resolve("pdf"), pages)))
        .hasSize(6)
        .allMatch(text -> text.startsWith("본문"));
  }
}
