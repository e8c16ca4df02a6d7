package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a heading says holds for every row below it, and for no other column. */
class TableTest {

  private static String masked(String text) {
    return Masker.of(MaskPolicy.MASK_ALL, List.of()).mask(text, new Placeholders()).text();
  }

  @Test
  void headingsTellWhatIsBelow() {
    for (String delimiter : List.of(",", ";", "\t", " | ")) {
      String row = "김하늘|110123456789|204257517945|12345678|완료".replace("|", delimiter);
      String masked = "김하늘|[[ACCOUNT_1]]|204257517945|12345678|완료".replace("|", delimiter);
      String head = "이름|계좌번호(환불)|송장번호|금액|상태\n".replace("|", delimiter);
      assertThat(masked(head + (row + "\n").repeat(5))).isEqualTo(head + (masked + "\n").repeat(5));
    }
  }

  @Test
  void markdownAndQuotedCellsAreTables() {
    assertThat(masked("| 면허번호 | 비고 |\n|---|---|\n| 110512345678 | a |\n| 120512345678 | b |"))
        .isEqualTo("| 면허번호 | 비고 |\n|---|---|\n| [[LICENSE_1]] | a |\n| [[LICENSE_2]] | b |");
    assertThat(masked("주소,여권\n\"나라 밖, 먼 곳\",D38352275\n\"가, 나\",G50677436"))
        .isEqualTo("주소,여권\n\"나라 밖, 먼 곳\",[[PASSPORT_1]]\n\"가, 나\",[[PASSPORT_2]]");
  }

  @Test
  void sentencesAndDataAreNoHeadings() {
    assertThat(masked("주문, 잘 부탁드려요.\n010-1234-5678, 김하늘")).contains("[[PHONE_1]]");
    assertThat(masked("김하늘,계좌 110-123-456789\n이도윤,연락을 남기지 않고 나가심\n제갈민,204257517945"))
        .endsWith("제갈민,204257517945");
    assertThat(masked("이름,계좌\n\n다음 주에 오실 분들의 이름을 미리 적어 두려고 하니 알려 주시면 좋겠네, 204257517945"))
        .contains("204257517945");
  }
}
