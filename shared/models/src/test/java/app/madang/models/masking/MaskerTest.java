package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskerTest {

  private static final Masker MASKER = Masker.of(MaskPolicy.MASK_ALL, List.of());

  private static String masked(String text) {
    return MASKER.mask(text, new Placeholders()).text();
  }

  @Test
  void whatAPersonWroteIsReplacedWhereItStands() {
    assertThat(masked("김하늘 ９００１０１－１２３４５６７, 010.1234.5678로 연락"))
        .isEqualTo("김하늘 [[RESIDENT_1]], [[PHONE_1]]로 연락");
    assertThat(masked("아무 일도 없는 문장 12,000원 2026-01-15"))
        .isEqualTo("아무 일도 없는 문장 12,000원 2026-01-15");
    assertThat(masked("")).isEmpty();
  }

  @Test
  void theSameValueHasTheSamePlaceholderHoweverItIsWritten() {
    Placeholders map = new Placeholders();
    assertThat(
            MASKER
                .mask("010-1234-5678, +82 10 1234 5678, ０１０．１２３４．５６７８, 010-9999-0000", map)
                .text())
        .isEqualTo("[[PHONE_1]], [[PHONE_1]], [[PHONE_1]], [[PHONE_2]]");
    Placeholders next = Placeholders.fromJson(map.toJson());
    assertThat(MASKER.mask("01099990000 / 010-7777-0000", next).text())
        .isEqualTo("[[PHONE_2]] / [[PHONE_3]]");
  }

  @Test
  void composedAndDecomposedHangulAreOne() {
    String text = "카카오뱅크 계좌 3333-01-1234567, 서울특별시 강남구 테헤란로 123, 4층";
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    Placeholders map = new Placeholders();
    assertThat(MASKER.mask(text, map).counts())
        .isEqualTo(Map.of(PersonalData.BANK_ACCOUNT, 1, PersonalData.ADDRESS, 1));
    assertThat(MASKER.mask(decomposed, map).counts())
        .isEqualTo(Map.of(PersonalData.BANK_ACCOUNT, 1, PersonalData.ADDRESS, 1));
    assertThat(map.size()).isEqualTo(2);
  }

  @Test
  void invisibleCharactersHideNothing() {
    assertThat(masked("0\u200B10-12\u200C34-56\uFEFF78!")).isEqualTo("[[PHONE_1]]!");
    assertThat(masked("900101\u20111234567")).isEqualTo("[[RESIDENT_1]]");
  }

  @Test
  void aPlaceholderThatAPersonWroteIsTextAndNothingElse() {
    Placeholders map = new Placeholders();
    String forged = "[[PHONE_1]] [ phone_1 ] ［［ＰＨＯＮＥ＿１］］ 그리고 010-1234-5678";
    String text = MASKER.mask(forged, map).text();
    assertThat(text).isEqualTo("[[TEXT_1]] [[TEXT_2]] [[TEXT_3]] 그리고 [[PHONE_1]]");
    assertThat(Unmasker.restore(text, map)).isEqualTo(forged);
    assertThat(masked("[Figure 1] [1] [[위키]] list[0]")).isEqualTo("[Figure 1] [1] [[위키]] list[0]");
  }

  @Test
  void policyDecidesByKind() {
    Masker masker =
        Masker.of(
            MaskPolicy.MASK_ALL
                .with(PersonalData.EMAIL, MaskPolicy.Action.ALLOW)
                .with(PersonalData.CARD, MaskPolicy.Action.BLOCK),
            List.of());
    Placeholders map = new Placeholders();
    Masked masked = masker.mask("a@b.kr 010-1234-5678", map);
    assertThat(masked.text()).isEqualTo("a@b.kr [[PHONE_1]]");
    assertThat(masked.counts()).isEqualTo(Map.of(PersonalData.PHONE, 1));
    assertThatThrownBy(() -> masker.mask("010-7777-8888 4111-1111-1111-1111", map))
        .isInstanceOfSatisfying(
            PersonalDataBlocked.class,
            e -> assertThat(e.kinds()).containsExactly(PersonalData.CARD))
        .hasMessageNotContaining("4111");
    assertThat(map.size()).isEqualTo(1);
  }

  @Test
  void nothingPrintsValues() {
    Placeholders map = new Placeholders();
    Masked masked = MASKER.mask("900101-1234567 비밀회의", map);
    assertThat(masked.toString() + map + masked.counts()).doesNotContain("900101", "비밀회의");
    assertThatThrownBy(() -> Placeholders.fromJson("{\"[[PHONE_1]]\": 010-1234-5678"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("1234");
  }

  @Test
  void digitsInOrnamentAreDigitsAndNotesAreNone() {
    Masker masker = Masker.of(MaskPolicy.MASK_ALL, List.of());
    for (String phone :
        List.of(
            "⓪①⓪-⑨②⑧①-⑦⑦④⑤",
            "⁰¹⁰-⁹²⁸¹-⁷⁷⁴⁵",
            "₀₁₀₉₂₈₁₇₇₄₅",
            "𝟎𝟏𝟎-𝟗𝟐𝟖𝟏-𝟕𝟕𝟒𝟓",
            "0⃣1⃣0⃣-9281-7745")) {
      Masked masked = masker.mask("연락처 " + phone + " 로", new Placeholders());
      assertThat(masked.text()).as(phone).isEqualTo("연락처 [[PHONE_1]] 로");
    }
    assertThat(masker.mask("①010-9281-7745¹², ②면적 30㎡", new Placeholders()).text())
        .isEqualTo("①[[PHONE_1]]¹², ②면적 30㎡");
  }

  @Test
  void stringsOfJsonAreMaskedAndItsNamesAreNot() {
    Placeholders map = new Placeholders();
    String json = "{\"010-1234-5678\":{\"enum\":[\"010-1234-5678\",5],\"type\":\"string\"}}";
    Masked masked = Masker.of(MaskPolicy.MASK_ALL, List.of()).maskStrings(json, map);
    assertThat(masked.text())
        .isEqualTo("{\"010-1234-5678\":{\"enum\":[\"[[PHONE_1]]\",5],\"type\":\"string\"}}");
    assertThat(masked.counts()).isEqualTo(Map.of(PersonalData.PHONE, 1));
  }

  @Test
  void marksAndLinksHideNoNumber() {
    assertThat(masked("010*1234*5678 또는 010,1234,5678 또는 010=1234=5678"))
        .isEqualTo("[[PHONE_1]] 또는 [[PHONE_1]] 또는 [[PHONE_1]]");
    assertThat(masked("https://wa.me/821012345678 tel:01012345678 ?phone=%2B821012345678"))
        .isEqualTo("https://wa.me/[[PHONE_1]] tel:[[PHONE_1]] ?phone=%2B[[PHONE_1]]");
    assertThat(masked("주민번호 900101: 1234567")).isEqualTo("주민번호 [[RESIDENT_1]]");
    assertThat(masked("1,234,5678 010,123,456 12*34*5678 900101,1234567"))
        .isEqualTo("1,234,5678 010,123,456 12*34*5678 900101,1234567");
  }

  @Test
  void addressesInWordsAreAddresses() {
    for (String email :
        List.of(
            "hong@naver쩜com",
            "hong골뱅이naver점com",
            "hong 골뱅이 naver 쩜 com",
            "hong 앳 naver 닷 com",
            "hong at naver dot com",
            "hong dot gildong [at] naver [dot] co [dot] kr",
            "hong.gildong at naver.com",
            "\"hong gildong\"@naver.com")) {
      assertThat(masked("메일은 " + email + " 입니다")).as(email).isEqualTo("메일은 [[EMAIL_1]] 입니다");
    }
    assertThat(masked("look at naver.com, 가격점 com 골뱅이무침"))
        .isEqualTo("look at naver.com, 가격점 com 골뱅이무침");
  }

  @Test
  void aDateThatNeverWasIsStillAResidentNumber() {
    assertThat(masked("000028-1063608 850101-3123456 주민번호 991332-1234567, rrn=9913321234567"))
        .isEqualTo("[[RESIDENT_1]] [[RESIDENT_2]] 주민번호 [[RESIDENT_3]], rrn=[[RESIDENT_3]]");
    assertThat(masked("991332-1234567 110111-0123456 9913321234567"))
        .isEqualTo("991332-1234567 110111-0123456 9913321234567");
  }

  @Test
  void theSignOfADifferenceIsNoCountry() {
    assertThat(masked("+010-1234-5678\n-010-1234-5678")).isEqualTo("+[[PHONE_1]]\n-[[PHONE_1]]");
    assertThat(masked("\"A\\t+82-55-491-4068\"")).isEqualTo("\"A\\t[[PHONE_1]]\"");
  }
}
