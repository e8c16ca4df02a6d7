package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import app.madang.runtime.ProblemException;
import app.madang.runtime.ProblemException.FieldError;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class FormSchemaTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final List<ToolInput> FORM =
      Definitions.inputs(
          """
          [{"name":"topic","kind":"text","label":{"ko":"주제"},"hint":{"ko":"짧게"},"required":true,"maxLength":9},
           {"name":"side","kind":"choice","label":{"ko":"쪽"},"options":[{"ko":"갑","en":"First"},{"en":"Second"}]},
           {"name":"sum","kind":"number","label":{"ko":"금액"},"min":1,"max":99.5},
           {"name":"day","kind":"date","label":{"ko":"날"}},
           {"name":"paper","kind":"file","label":{"ko":"자료"}}]
          """);

  @Test
  void aFormIsToldAsAnObject() {
    assertThat(FormSchema.of(FORM).toString())
        .isEqualTo(
            """
            {"type":"object","additionalProperties":false,"properties":{\
            "topic":{"type":"string","title":"주제","maxLength":9,"description":"짧게"},\
            "side":{"type":"string","title":"쪽","enum":["갑","Second"]},\
            "sum":{"type":"number","title":"금액","minimum":1,"maximum":99.5},\
            "day":{"type":"string","title":"날","format":"date"},\
            "paper":{"type":"string","title":"자료","maxLength":100000,"description":"텍스트 파일의 내용을 그대로 적어요."}},\
            "required":["topic"]}""");
  }

  @Test
  void anObjectFillsTheForm() {
    List<InputValue> values =
        FormSchema.values(
            FORM,
            JSON.readTree(
                "{\"topic\":\"휴가\",\"sum\":1e1,\"side\":null,\"paper\":\"가,나\",\"day\":\"2026-11-28\"}"));
    assertThat(new InputForm(FORM).fill(values))
        .extracting(FilledInput::name, FilledInput::value, FilledInput::fileName)
        .containsExactly(
            tuple("topic", "휴가", null),
            tuple("sum", "10", null),
            tuple("day", "2026-11-28", null),
            tuple("paper", "가,나", "paper.txt"));
  }

  @Test
  void whatIsNeitherTextNorANumberIsNamed() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () ->
                FormSchema.values(
                    FORM,
                    JSON.readTree(
                        "{\"topic\":[\"x\"],\"day\":true,\"sum\":1e999999999,\"side\":%s}"
                            .formatted("9".repeat(400)))))
        .satisfies(
            e ->
                assertThat(e.errors())
                    .extracting(FieldError::field)
                    .containsExactly("inputs.topic", "inputs.day", "inputs.sum", "inputs.side"));
  }
}
