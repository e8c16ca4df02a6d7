package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four times the text takes about four times as long, whatever it is made of. */
class LinearTimeTest {

  /** A square would be sixteen; caches and the compiler make some noise. */
  private static final double MOST = 9;

  private static final int SMALL = 60_000;

  /** Processor time: other work on the machine does not count. */
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private static final List<String> EVIL =
      List.of(
          "1",
          "12 ",
          "1-",
          "0 1 0 ",
          "010-1234-5678-",
          "01012345678 ",
          "4111 ",
          "M1",
          "eyJ",
          "eyJa.",
          "a@",
          "@",
          "a.b@c.",
          "://",
          "www.",
          "-----BEGIN PRIVATE KEY-----",
          "[[",
          "[[PHONE_",
          "\\[",
          "로 1",
          "서울 강남구 ",
          "강남구 테헤란로 1",
          "1동 1호 ",
          "Street 1 ",
          "-ro 1 ",
          "+1 ",
          "계좌 123-456-",
          "\u1100",
          "\u1161",
          "각\u11A8",
          "\u200B",
          "９",
          "ㅡ1",
          "(1",
          "1\n",
          "주민번호 ",
          "account no ",
          "가",
          "a at b dot c ",
          "골뱅이a.",
          "a점",
          "a dot ",
          "a.b at ",
          "\"a\"@",
          "1,",
          "1*1",
          "%2b8210",
          "wa.me/82",
          "1 A B, C ",
          "900000-1",
          "계좌,전화\n12345678901,01012345678\n",
          "계좌,",
          "1234567890,",
          "\"1234567890\",",
          "|12345678901|1\n",
          "DE89",
          "xox",
          "sk-");

  private static final Masker MASKER =
      Masker.of(MaskPolicy.MASK_ALL, List.of(new CustomPattern("x", "x[0-9]+.*y", "XX")));

  @Test
  void noTextIsSlow() {
    for (String piece : EVIL) {
      best(piece, SMALL);
      double ratio = 0;
      for (int attempt = 0; attempt < 4; attempt++) {
        long small = best(piece, SMALL);
        long large = best(piece, 4 * SMALL);
        ratio = (double) large / Math.max(small, 500_000);
        if (ratio < MOST) {
          break;
        }
      }
      assertThat(ratio).as(piece).isLessThan(MOST);
    }
  }

  private static long best(String piece, int length) {
    String text = piece.repeat(length / piece.length());
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = THREAD.getCurrentThreadCpuTime();
      MASKER.mask(text, new Placeholders());
      best = Math.min(best, THREAD.getCurrentThreadCpuTime() - start);
    }
    return best;
  }
}
