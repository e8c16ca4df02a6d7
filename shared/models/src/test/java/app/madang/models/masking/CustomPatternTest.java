package app.madang.models.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomPatternTest {

  private static void refused(String regex, String label, InvalidPattern.Problem problem) {
    assertThatThrownBy(() -> new CustomPattern("이름", regex, label))
        .isInstanceOfSatisfying(
            InvalidPattern.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  @Test
  void whatCannotBeUsedIsRefusedWithAReason() {
    refused("", "X", InvalidPattern.Problem.LABEL);
    refused("a", "emp", InvalidPattern.Problem.LABEL);
    refused("a", "PHONE", InvalidPattern.Problem.LABEL_TAKEN);
    refused("a", "TEXT", InvalidPattern.Problem.LABEL_TAKEN);
    refused("", "EMP", InvalidPattern.Problem.LENGTH);
    refused("a".repeat(501), "EMP", InvalidPattern.Problem.LENGTH);
    refused("(a", "EMP", InvalidPattern.Problem.SYNTAX);
    refused("(?<=x)a", "EMP", InvalidPattern.Problem.SYNTAX);
    refused("(a)\\1", "EMP", InvalidPattern.Problem.SYNTAX);
    refused("a*", "EMP", InvalidPattern.Problem.MATCHES_EMPTY);
    refused("|b", "EMP", InvalidPattern.Problem.MATCHES_EMPTY);
    refused("((a{30}){30}){2}", "EMP", InvalidPattern.Problem.TOO_COMPLEX);
    assertThatThrownBy(() -> new CustomPattern(" ", "a", "EMP")).isInstanceOf(InvalidPattern.class);
    List<CustomPattern> many = Collections.nCopies(51, new CustomPattern("a", "a", "EMP"));
    assertThatThrownBy(() -> Masker.of(MaskPolicy.MASK_ALL, many))
        .isInstanceOf(InvalidPattern.class);
  }

  @Test
  void itsMatchesBecomePlaceholdersOfItsLabelBeforeAnythingElse() {
    Masker masker =
        Masker.of(
            MaskPolicy.MASK_ALL,
            List.of(
                new CustomPattern("사번", "\\bE[0-9]{6}\\b", "EMPLOYEE"),
                new CustomPattern("과제", "프로젝트 ?[가-힣]+", "PROJECT")));
    Placeholders map = new Placeholders();
    Masked masked =
        masker.mask("Ｅ123456, 프로젝트 한라, E123456, E1234567, 010-1234-5678 [[EMPLOYEE_1]]", map);
    assertThat(masked.text())
        .isEqualTo(
            "[[EMPLOYEE_1]], [[PROJECT_1]], [[EMPLOYEE_2]], E1234567, [[PHONE_1]] [[TEXT_1]]");
    assertThat(masked.counts()).isEqualTo(Map.of(PersonalData.CUSTOM, 3, PersonalData.PHONE, 1));
    assertThat(Unmasker.restore(masked.text(), map))
        .isEqualTo("Ｅ123456, 프로젝트 한라, E123456, E1234567, 010-1234-5678 [[EMPLOYEE_1]]");
  }

  @Test
  void longTextsAreReadInWindowsWithoutLosingMatches() {
    Masker masker =
        Masker.of(MaskPolicy.MASK_ALL, List.of(new CustomPattern("사번", "E[0-9]{6}", "EMPLOYEE")));
    String text = "사원 E123456 입니다. ".repeat(2_000) + "xE654321y".repeat(500);
    assertThat(masker.mask(text, new Placeholders()).counts())
        .isEqualTo(Map.of(PersonalData.CUSTOM, 2_500));
    Masker greedy =
        Masker.of(MaskPolicy.MASK_ALL, List.of(new CustomPattern("모두", "(?s)a.*", "ALL")));
    assertThat(greedy.mask("a".repeat(1_000), new Placeholders()).text())
        .matches("(\\[\\[ALL_1\\]\\])+");
  }

  @Test
  void aLongMatchLeavesNoRest() {
    Masker masker =
        Masker.of(
            MaskPolicy.MASK_ALL,
            List.of(
                new CustomPattern("덩어리", "BEGIN[^#]*END", "BLOCK"),
                new CustomPattern("열쇠", "K[0-9a-f]+", "KEYS")));
    for (int length : List.of(150, 900, 2_990, 3_500, 40_000)) {
      String key = "K" + "0a".repeat(length / 2);
      String text = "여기 BEGIN " + "가나 다라 ".repeat(150) + "END, " + key + " 끝";
      Placeholders map = new Placeholders();
      Masked masked = masker.mask(text, map);
      assertThat(masked.text()).isEqualTo("여기 [[BLOCK_1]], [[KEYS_1]] 끝");
      assertThat(Unmasker.restore(masked.text(), map)).isEqualTo(text);
    }
  }

  @Test
  void whatAPatternOverlapsLeavesNoRest() {
    Masker masker =
        Masker.of(
            MaskPolicy.MASK_ALL,
            List.of(
                new CustomPattern("이름", "kim", "PERSON"),
                new CustomPattern("앞", "번호 010-12", "FRONT")));
    Placeholders map = new Placeholders();
    String text = "kim, kim.haneul@madang.example, haneul.kim@madang.example, 번호 010-1234-5678!";
    Masked masked = masker.mask(text, map);
    assertThat(masked.text()).isEqualTo("[[PERSON_1]], [[EMAIL_1]], [[EMAIL_2]], [[FRONT_1]]!");
    assertThat(Unmasker.restore(masked.text(), map)).isEqualTo(text);
  }

  @Test
  void aPatternHidesNothingThatIsBlockedOrOnlyAllowed() {
    List<CustomPattern> patterns = List.of(new CustomPattern("이름", "kim", "PERSON"));
    MaskPolicy blocks = MaskPolicy.MASK_ALL.with(PersonalData.EMAIL, MaskPolicy.Action.BLOCK);
    assertThatThrownBy(
            () -> Masker.of(blocks, patterns).mask("kim@madang.example", new Placeholders()))
        .isInstanceOf(PersonalDataBlocked.class);
    MaskPolicy allows = MaskPolicy.MASK_ALL.with(PersonalData.CUSTOM, MaskPolicy.Action.ALLOW);
    assertThat(
            Masker.of(allows, patterns).mask("kim: kim@madang.example", new Placeholders()).text())
        .isEqualTo("kim: [[EMAIL_1]]");
  }
}
