package app.madang.functions.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.ingestion.HangulFiles;
import app.madang.functions.ingestion.HangulFiles.Box;
import app.madang.knowledge.FailureCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three formats behind .hwp tell the same story. */
class HangulFormatsTest {

  private interface Making {
    Path make(Path file, String heading, List<String> paragraphs, List<Box> table) throws Exception;
  }

  enum Kind {
    HWP(HangulFiles::hwp),
    HWPX(HangulFiles::hwpx),
    HWPML(HangulFiles::hwpml);

    private final Making making;

    Kind(Making making) {
      this.making = making;
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void headingParagraphsAndTableKeepTheirOrder(Kind kind) throws Exception {
    Path file =
        kind.making.make(
            folder.resolve("rules"),
            "휴가 규정",
            List.of(Normalizer.normalize("연차는 15일이다.", Normalizer.Form.NFD), "반차도 된다."),
            List.of(
                new Box(0, 0, 1, 1, "구분"),
                new Box(0, 1, 1, 1, "일수"),
                new Box(0, 2, 1, 1, "비고"),
                new Box(1, 0, 2, 1, "연차"),
                new Box(1, 1, 1, 1, "15"),
                new Box(1, 2, 1, 1, ""),
                new Box(2, 1, 1, 2, "해마다 하루씩")));
    assertThat(ReadBlocks.of(file))
        .containsExactly(
            "# 1. 휴가 규정",
            "연차는 15일이다.",
            "반차도 된다.",
            "[구분, 일수, 비고] → [연차, 15, ]",
            "[구분, 일수, 비고] → [연차, 해마다 하루씩, ]");
  }

  @ParameterizedTest
  @EnumSource
  void aHeaderOfTwoRowsNamesEachColumn(Kind kind) throws Exception {
    Path file =
        kind.making.make(
            folder.resolve("sales"),
            "매출",
            List.of(),
            List.of(
                new Box(0, 0, 2, 1, "지점"),
                new Box(0, 1, 1, 2, "2026년"),
                new Box(1, 1, 1, 1, "상반기"),
                new Box(1, 2, 1, 1, "하반기"),
                new Box(2, 0, 1, 1, "서울"),
                new Box(2, 1, 1, 1, "10"),
                new Box(2, 2, 1, 1, "12")));
    assertThat(ReadBlocks.of(file))
        .containsExactly("# 1. 매출", "[지점, 2026년 상반기, 2026년 하반기] → [서울, 10, 12]");
  }

  @ParameterizedTest
  @EnumSource
  void aFrameAroundTextIsNoTable(Kind kind) throws Exception {
    Path file =
        kind.making.make(
            folder.resolve("frame"),
            "알림",
            List.of(),
            List.of(new Box(0, 0, 1, 1, "틀 안의 글이다."), new Box(1, 0, 1, 1, "둘째 칸이다.")));
    assertThat(ReadBlocks.of(file)).containsExactly("# 1. 알림", "틀 안의 글이다.", "둘째 칸이다.");
  }

  @Test
  void whatHangsAtAParagraphFollowsItAndWhatIsHiddenStaysHidden() throws IOException {
    assertThat(
            ReadBlocks.of(
                hwpx(
                    """
                    <hp:p><hp:run><hp:ctrl><hp:header><hp:subList><hp:p><hp:run><hp:t>머리말</hp:t></hp:run></hp:p></hp:subList></hp:header></hp:ctrl>
                    <hp:t>본문<hp:lineBreak/>둘째 줄<hp:deleteBegin/>지운 말<hp:deleteEnd/></hp:t>
                    <hp:ctrl><hp:footNote><hp:subList><hp:p><hp:run><hp:t>각주이다.</hp:t></hp:run></hp:p></hp:subList></hp:footNote></hp:ctrl>
                    <hp:ctrl><hp:hiddenComment><hp:subList><hp:p><hp:run><hp:t>숨은 설명</hp:t></hp:run></hp:p></hp:subList></hp:hiddenComment></hp:ctrl>
                    <hp:equation><hp:script>{1} over {2}</hp:script></hp:equation>
                    <hp:rect><hp:drawText><hp:subList><hp:p><hp:run><hp:t>글상자</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect>
                    <hp:tbl><hp:caption><hp:subList><hp:p><hp:run><hp:t>표 제목</hp:t></hp:run></hp:p></hp:subList></hp:caption>
                    <hp:tr>%s%s</hp:tr><hp:tr>%s%s</hp:tr></hp:tbl></hp:run></hp:p>
                    """
                        .formatted(
                            cell(0, 0, "가"),
                            cell(0, 1, "나"),
                            cell(1, 0, "1"),
                            cell(
                                1,
                                1,
                                "</hp:t><hp:tbl><hp:tr>"
                                    + cell(0, 0, "속1")
                                    + cell(0, 1, "속2")
                                    + "</hp:tr></hp:tbl><hp:t>")))))
        .containsExactly("본문\n둘째 줄{1} over {2}", "각주이다.", "글상자", "표 제목", "[가, 나] → [1, 속1, 속2]");
  }

  @Test
  void aDocumentTypeIsRefused() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the secret");
    String type = "<!DOCTYPE sec [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>";
    refused(zip(type + "<sec><p><run><t>&x;</t></run></p></sec>"));
    refused(
        Files.writeString(
            folder.resolve("hml"),
            "<?xml version=\"1.0\"?>"
                + type
                + "<HWPML><BODY><P><TEXT><CHAR>&x;</CHAR></TEXT></P></BODY></HWPML>"));
  }

  private static void refused(Path file) {
    assertThatThrownBy(() -> ReadBlocks.of(file))
        .isInstanceOfSatisfying(
            UnreadableException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.BROKEN));
  }

  private static String cell(int row, int column, String text) {
    return """
    <hp:tc><hp:subList><hp:p><hp:run><hp:t>%s</hp:t></hp:run></hp:p></hp:subList><hp:cellAddr colAddr="%d" rowAddr="%d"/><hp:cellSpan colSpan="1" rowSpan="1"/></hp:tc>"""
        .formatted(text, column, row);
  }

  private Path hwpx(String body) throws IOException {
    return zip("<hs:sec xmlns:hs=\"s\" xmlns:hp=\"p\">" + body + "</hs:sec>");
  }

  private Path zip(String section) throws IOException {
    Path file = folder.resolve("file.hwpx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write("application/hwp+zip".getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("Contents/section0.xml"));
      zip.write(section.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
