package app.madang.functions.ingestion.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFormatsTest {

  private static final String NOTICE = "휴가 규정 안내\n\n연차는 15일이다.\n남은 날은 이월되지 않는다.";

  @TempDir Path folder;

  @Test
  void emptyLinesEndParagraphs() throws IOException {
    assertThat(ReadBlocks.of(folder, NOTICE))
        .containsExactly("휴가 규정 안내", "연차는 15일이다.\n남은 날은 이월되지 않는다.");
  }

  @Test
  void koreanEncodingsAreTold() throws IOException {
    var expected = ReadBlocks.of(folder, NOTICE);
    assertThat(ReadBlocks.of(folder, NOTICE, Charset.forName("x-windows-949"))).isEqualTo(expected);
    assertThat(ReadBlocks.of(folder, "\uFEFF" + NOTICE)).isEqualTo(expected);
    assertThat(ReadBlocks.of(folder, "\uFEFF" + NOTICE, StandardCharsets.UTF_16LE))
        .isEqualTo(expected);
    assertThat(ReadBlocks.of(folder, "\uFEFF" + NOTICE, StandardCharsets.UTF_16BE))
        .isEqualTo(expected);
    assertThat(ReadBlocks.of(folder, "Plain words in UTF-16.", StandardCharsets.UTF_16LE))
        .containsExactly("Plain words in UTF-16.");
  }

  @Test
  void decomposedHangulIsComposed() throws IOException {
    String decomposed = Normalizer.normalize(NOTICE, Normalizer.Form.NFD);
    assertThat(ReadBlocks.of(folder, decomposed)).isEqualTo(ReadBlocks.of(folder, NOTICE));
  }

  @Test
  void strayControlsVanish() throws IOException {
    assertThat(
            ReadBlocks.of(
                    folder,
                    "A line with a\u0000 zero in it, and\u0007 a bell." + " Words.".repeat(40))
                .toString())
        .doesNotContain("\u0000", "\u0007")
        .contains("with a zero in it, and a bell");
  }

  @Test
  void markdownHasHeadingsTablesAndCode() throws IOException {
    assertThat(
            ReadBlocks.of(
                folder,
                """
                # 인사 규정

                Intro line.

                둘째 장
                ---
                | 이름 | 부서 |
                | --- | --- |
                | 김하늘 | 개발 \\| 운영 |

                ```
                # no heading

                code
                ```
                """))
        .containsExactly(
            "# 인사 규정",
            "Intro line.",
            "## 둘째 장",
            "[이름, 부서] → [김하늘, 개발 | 운영]",
            "# no heading\n\ncode");
  }

  @Test
  void delimitedTextIsATable() throws IOException {
    assertThat(ReadBlocks.of(folder, "이름,부서\n김하늘,\"개발, 운영\"\n\"이 \"\"도윤\"\"\",\"두\n줄\"\n"))
        .containsExactly("[이름, 부서] → [김하늘, 개발, 운영]", "[이름, 부서] → [이 \"도윤\", 두 줄]");
    assertThat(ReadBlocks.of(folder, "a;b;c\r\n1;2;3\r\n4;5;6"))
        .containsExactly("[a, b, c] → [1, 2, 3]", "[a, b, c] → [4, 5, 6]");
    assertThat(ReadBlocks.of(folder, "2024\t7\n2025\t8\n"))
        .containsExactly("[] → [2024, 7]", "[] → [2025, 8]");
  }

  @Test
  void proseWithCommasIsNoTable() throws IOException {
    assertThat(ReadBlocks.of(folder, "Hello, world\nGood bye, moon\n"))
        .containsExactly("Hello, world\nGood bye, moon");
  }

  @Test
  void htmlIsReadAsPeopleSeeIt() throws IOException {
    assertThat(
            ReadBlocks.of(
                folder,
                """
                <!doctype html><html><head><title>사내 위키</title><style>p{}</style></head>
                <body><nav>menu</nav><h2>출장</h2><p>하루 <b>5만</b>
                원.</p><script>alert(1)</script><ul><li>하나</li><li>둘</li></ul>
                <table><tr><th>등급</th><th>한도</th></tr><tr><td>A</td><td>10<p>만원</p></td></tr></table>
                <p hidden>no</p>after</body></html>
                """))
        .containsExactly(
            "# 사내 위키", "## 출장", "하루 5만 원.", "- 하나", "- 둘", "[등급, 한도] → [A, 10 만원]", "after");
  }

  @Test
  void oldKoreanHtmlIsReadByItsDeclarationOrWithout() throws IOException {
    Charset korean = Charset.forName("x-windows-949");
    String declared =
        "<html><head><meta charset=\"euc-kr\"></head><body><p>한글 문서</p></body></html>";
    assertThat(ReadBlocks.of(folder, declared, korean)).containsExactly("한글 문서");
    assertThat(ReadBlocks.of(folder, "<html><body><p>한글 문서</p></body></html>", korean))
        .containsExactly("한글 문서");
  }
}
