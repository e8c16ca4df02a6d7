package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts made of what finders look at, in any order: nothing breaks, nothing is lost. */
class AnyTextTest {

  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "9",
          "82",
          "010",
          "02",
          "1234",
          "5678",
          "900101",
          "1234567",
          "4111",
          " ",
          " ",
          "-",
          "-",
          ".",
          "(",
          ")",
          "/",
          "_",
          "~",
          "+",
          "\n",
          "\t",
          ",",
          ":",
          "[",
          "]",
          "[[",
          "]]",
          "\\",
          "PHONE",
          "_1",
          "@",
          "a",
          "M",
          "at",
          " at ",
          " dot ",
          "com",
          "naver.com",
          "://",
          "www.",
          "eyJ",
          "sk-",
          "-----BEGIN ",
          "PRIVATE KEY-----",
          "-----END ",
          "DE",
          "GB29",
          "서울",
          "강남구",
          "테헤란로",
          "길",
          "동",
          "호",
          "층",
          "번지",
          "산",
          "101동",
          "계좌",
          "국민",
          "은행",
          "주민번호",
          "여권",
          "면허",
          "카드",
          "원",
          "제",
          "골뱅이",
          "가",
          "\u1100",
          "\u1161",
          "\u11A8",
          "\u200B",
          "０",
          "－",
          "\uD835\uDFCE",
          "\uD835",
          "\uDFCE",
          "é",
          "e\u0301",
          "😀",
          "-ro",
          "-gu",
          "Seoul",
          "Street",
          "CA 94043",
          "#",
          "*",
          "%40",
          "$",
          "호");

  private static final Masker MASKER =
      Masker.of(MaskPolicy.MASK_ALL, List.of(new CustomPattern("x", "a[0-9]+", "XX")));

  @Test
  void comesBackAsItWas() {
    Random random = new Random(11);
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(24); n >= 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      String original = text.toString();
      Placeholders map = new Placeholders();
      Masked masked = MASKER.mask(original, map);
      if (masked.text().split("\\[\\[[A-Z]+_[0-9]+]]", -1).length - 1 == map.size()) {
        assertThat(Unmasker.restore(masked.text(), Placeholders.fromJson(map.toJson())))
            .isEqualTo(original);
      }
    }
  }
}
