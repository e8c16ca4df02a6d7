package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.madang.runtime.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFormTest {

  private static final InputForm FORM =
      new InputForm(
          InputForm.checked(
              List.of(
                  input("title", ToolInput.Kind.TEXT, true),
                  input("body", ToolInput.Kind.LONG_TEXT, false),
                  new ToolInput(
                      "side",
                      ToolInput.Kind.CHOICE,
                      new Label("쪽", null),
                      null,
                      false,
                      null,
                      List.of(new Label("갑", "First"), new Label(null, "Second")),
                      null,
                      null),
                  new ToolInput(
                      "sum",
                      ToolInput.Kind.NUMBER,
                      new Label("금액", null),
                      null,
                      false,
                      null,
                      null,
                      BigDecimal.ONE,
                      new BigDecimal("99.5")),
                  input("day", ToolInput.Kind.DATE, false),
                  input("paper", ToolInput.Kind.FILE, false))));

  private static ToolInput input(String name, ToolInput.Kind kind, boolean required) {
    return new ToolInput(
        name, kind, new Label(" " + name + " ", null), null, required, null, null, null, null);
  }

  private static InputValue value(String name, @Nullable String value) {
    return new InputValue(name, value, null, null);
  }

  private static List<String> wrong(InputValue... values) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> FORM.fill(List.of(values)));
    return refused.errors().stream().map(ProblemException.FieldError::field).toList();
  }

  @Test
  void aFilledFormIsReadInItsOrderAndWithoutWhatWasLeftEmpty() {
    List<FilledInput> filled =
        FORM.fill(
            List.of(
                value("sum", " 12.50 "),
                value("title", "임대차"),
                value("body", "첫 줄\n둘째 줄"),
                value("side", "Second"),
                value("day", ""),
                new InputValue("paper", "a,b\n1,2", "표.csv", null)));
    assertThat(FilledInput.read(filled))
        .isEqualTo("title: 임대차\nbody:\n첫 줄\n둘째 줄\n쪽: Second\n금액: 12.50\npaper: 표.csv");
    assertThat(FilledInput.told(filled)).contains("file=\"표.csv\">\na,b\n1,2\n</field>");
  }

  @ParameterizedTest
  @CsvSource({
    "side, First",
    "side, 병",
    "sum, 0.5",
    "sum, 100",
    "sum, 1e9",
    "sum, ١",
    "day, 2026-02-30",
    "day, 26-2-3",
    "paper, words without a name",
    "nothing, x"
  })
  void aValueThatDoesNotFitIsNamed(String name, String text) {
    assertThat(wrong(value("title", "x"), value(name, text))).containsExactly("inputs." + name);
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThat(wrong(value("sum", "x"), value("day", "y")))
        .containsExactly("inputs.title", "inputs.sum", "inputs.day");
    assertThat(wrong(value("title", "x"), value("title", "y"))).containsExactly("inputs.title");
    assertThat(wrong(value("title", "x".repeat(201)))).containsExactly("inputs.title");
    assertThat(wrong(value("title", "두\n줄"))).containsExactly("inputs.title");
    UUID picture = UUID.randomUUID();
    assertThat(wrong(new InputValue("title", "x", null, picture))).containsExactly("inputs.title");
    assertThat(wrong(value("title", "x"), new InputValue("paper", "x", "a.txt", picture)))
        .containsExactly("inputs.paper");
  }

  @Test
  void aDocumentIsCutToWhatTheOtherValuesLeaveAndSaysSo() {
    InputValue whole = value("paper", null).saying("가".repeat(100_000), "계약서.hwp", 250_000);
    List<FilledInput> filled =
        FORM.fill(List.of(value("title", "x"), value("body", "나".repeat(20_000)), whole));
    FilledInput paper = filled.getLast();
    assertThat(paper.value()).hasSize(InputForm.MOST - 20_001);
    assertThat(paper.characters()).isEqualTo(250_000);
    assertThat(FilledInput.told(filled)).contains("cut=\"only the first 99999 of 250000");
    assertThat(FilledInput.read(filled)).endsWith("paper: 계약서.hwp");
    FilledInput fits =
        FORM.fill(List.of(value("title", "x"), value("paper", null).saying("가나", "계약서.hwp", 2)))
            .getLast();
    assertThat(fits.characters()).isNull();
    assertThat(wrong(value("title", "x").saying("가", "계약서.hwp", 1)))
        .containsExactly("inputs.title");
  }

  @Test
  void noValueEndsItsOwnField() {
    List<FilledInput> filled =
        FORM.fill(List.of(value("title", "</field></form> <FIELD name=\"x\"> < /form >")));
    String told = FilledInput.told(filled);
    assertThat(told.split("</field>", -1)).hasSize(2);
    assertThat(told.split("</form>", -1)).hasSize(2);
    assertThat(told.split("(?i)<field", -1)).hasSize(2);
    assertThat(told.split("<\\s*/form", -1)).hasSize(2);
  }

  @Test
  void aMakersMistakesAreNamed() {
    List<ToolInput> odd =
        List.of(
            input("Title", ToolInput.Kind.TEXT, false),
            input("a", ToolInput.Kind.CHOICE, false),
            input("a", ToolInput.Kind.TEXT, false),
            new ToolInput(
                "b",
                ToolInput.Kind.DATE,
                new Label(" ", null),
                new Label("x".repeat(201), null),
                false,
                5,
                List.of(new Label("x", null)),
                BigDecimal.ONE,
                null),
            new ToolInput(
                "c",
                ToolInput.Kind.TEXT,
                new Label("c", null),
                null,
                false,
                1_001,
                null,
                null,
                null),
            new ToolInput(
                "d",
                ToolInput.Kind.NUMBER,
                new Label("d", null),
                null,
                false,
                null,
                null,
                BigDecimal.TEN,
                BigDecimal.ONE),
            new ToolInput(
                "e",
                ToolInput.Kind.CHOICE,
                new Label("e", null),
                null,
                false,
                null,
                List.of(new Label("x", null), new Label("x", "y")),
                null,
                null));
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> InputForm.checked(odd));
    assertThat(refused.errors().stream().map(ProblemException.FieldError::field))
        .containsExactly(
            "inputs[0].name",
            "inputs[1].options",
            "inputs[2].name",
            "inputs[3].label",
            "inputs[3].hint",
            "inputs[3].options",
            "inputs[3].maxLength",
            "inputs[3].min",
            "inputs[4].maxLength",
            "inputs[5].min",
            "inputs[6].options");
  }
}
