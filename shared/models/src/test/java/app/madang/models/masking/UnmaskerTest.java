package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnmaskerTest {

  private static final Masker MASKER = Masker.of(MaskPolicy.MASK_ALL, List.of());
  private static final String ANSWER =
      "연락처는 [[PHONE_1]]이고 [[EMAIL_1]](으)로도 됩니다. [1] \\[참고\\] [[PHONE_2]]";

  private static Placeholders map() {
    Placeholders map = new Placeholders();
    MASKER.mask("010-1234-5678 hong@naver.com \"따옴표\" 900101-1234567", map);
    return map;
  }

  private static String stream(Placeholders map, List<String> deltas) {
    Unmasker unmasker = new Unmasker(map);
    StringBuilder out = new StringBuilder();
    deltas.forEach(delta -> out.append(unmasker.push(delta)));
    return out.append(unmasker.finish()).toString();
  }

  @Test
  void splittingAnywhereChangesNothing() {
    Placeholders map = map();
    String whole = Unmasker.restore(ANSWER, map);
    assertThat(whole)
        .isEqualTo("연락처는 010-1234-5678이고 hong@naver.com(으)로도 됩니다. [1] \\[참고\\] [[PHONE_2]]");
    for (int i = 0; i <= ANSWER.length(); i++) {
      for (int j = i; j <= ANSWER.length(); j++) {
        List<String> deltas =
            List.of(ANSWER.substring(0, i), ANSWER.substring(i, j), ANSWER.substring(j));
        assertThat(stream(map, deltas)).isEqualTo(whole);
      }
    }
    assertThat(stream(map, List.of(ANSWER.split("")))).isEqualTo(whole);
  }

  @Test
  void whatModelsDoToPlaceholdersIsForgiven() {
    Placeholders map = map();
    for (String changed :
        List.of(
            "[[phone_1]]",
            "[[PHONE\\_1]]",
            "\\[\\[PHONE\\_1\\]\\]",
            "[[ PHONE_1 ]]",
            "[[PHONE 1]]",
            "[[PHONE-1]]",
            "［［PHONE＿1］］",
            "[PHONE_1]",
            "【PHONE_1】",
            "[[ＰＨＯＮＥ_１]]",
            "[[PHONE_1]",
            "[ [PHONE_1] ]",
            "[[**PHONE_1**]]")) {
      assertThat(stream(map, List.of("전화 " + changed + " 끝")))
          .as(changed)
          .isEqualTo("전화 010-1234-5678 끝");
      assertThat(stream(map, List.of(changed.split("")))).as(changed).isEqualTo("010-1234-5678");
    }
    assertThat(Unmasker.restore("[전화]([[PHONE_1]]) [[[PHONE_1]]](tel:[[PHONE_1]])", map))
        .isEqualTo("[전화](010-1234-5678) [010-1234-5678](tel:010-1234-5678)");
  }

  @Test
  void nothingElseIsRestored() {
    Placeholders map = map();
    String other =
        "[[PHONE_2]] [[PHONE_01]] [[PHONE_1_1]] [[FAX_1]] PHONE_1 [[PHONE]] [[1]] (PHONE_1) [[PHONE_1x]] {PHONE_1}";
    assertThat(Unmasker.restore(other, map)).isEqualTo(other);
    assertThat(Unmasker.restore("[[PHONE_1]]", new Placeholders())).isEqualTo("[[PHONE_1]]");
  }

  @Test
  void atMostOnePlaceholderIsHeldBack() {
    Unmasker unmasker = new Unmasker(map());
    int given = 0;
    int pushed = 0;
    for (String delta :
        ("안녕 " + "[[".repeat(300) + "[[PHONE" + " ".repeat(300) + "x".repeat(50)).split("")) {
      pushed += delta.length();
      given += unmasker.push(delta).length();
      assertThat(pushed - given).isLessThanOrEqualTo(PlaceholderForm.LONGEST);
    }
    assertThat(new Unmasker(map()).push("그냥 글 [1")).isEqualTo("그냥 글 [1");
  }

  @Test
  void maskThenUnmaskGivesTheTextBack() {
    Random random = new Random(7);
    for (Case c : new GeneratedCases(99).positives(1_500)) {
      String text = "[[PHONE_1]] [card_2] " + c.text() + " 그리고 ［EMAIL_1］";
      Placeholders map = new Placeholders();
      String masked = MASKER.mask(text, map).text();
      c.spans()
          .forEach(s -> assertThat(masked).doesNotContain(c.text().substring(s.start(), s.end())));
      List<String> deltas = new ArrayList<>();
      for (int at = 0; at < masked.length(); ) {
        int next = Math.min(masked.length(), at + 1 + random.nextInt(9));
        deltas.add(masked.substring(at, next));
        at = next;
      }
      assertThat(stream(Placeholders.fromJson(map.toJson()), deltas)).isEqualTo(text);
    }
  }

  @Test
  void toolArgumentsAreRestoredInDeclaredFieldsOnly() {
    Placeholders map = new Placeholders();
    Masker custom =
        Masker.of(MaskPolicy.MASK_ALL, List.of(new CustomPattern("이름", "홍\"길\\\\동", "NAME")));
    custom.mask("홍\"길\\동 010-1234-5678", map);
    String json =
        "{ \"to\": \"[[PHONE_1]]\", \"note\":\"[[PHONE_1]]\", \"who\" : [ {\"n\":\"님: [[NAME_1]] \\ud55c\"} ], \"k\":1.50, \"z\":null}";
    assertThat(Unmasker.restoreFields(json, List.of("to", "who"), map))
        .isEqualTo(
            "{ \"to\": \"010-1234-5678\", \"note\":\"[[PHONE_1]]\", \"who\" : [ {\"n\":\"님: 홍\\\"길\\\\동 한\"} ], \"k\":1.50, \"z\":null}");
    assertThat(Unmasker.restoreFields("{\"to\":\"\\u005b[PHONE_1]]\"}", List.of("to"), map))
        .isEqualTo("{\"to\":\"010-1234-5678\"}");
    for (String broken :
        List.of("{\"to\":\"[[PHONE_1]]\"", "{\"to\"}", "{} x", "", "[".repeat(5_000))) {
      assertThatThrownBy(() -> Unmasker.restoreFields(broken, List.of("to"), map))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
