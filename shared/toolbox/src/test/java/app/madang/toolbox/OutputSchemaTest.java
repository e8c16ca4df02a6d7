package app.madang.toolbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.madang.runtime.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OutputSchemaTest {

  private static final String ORDER =
      """
      {"type":"object","required":["no","lines"],"additionalProperties":false,"properties":{
        "no":{"type":"string","minLength":2,"maxLength":4},
        "state":{"type":["string","null"],"enum":["open","closed",null]},
        "paid":{"type":"boolean"},
        "lines":{"type":"array","minItems":1,"maxItems":2,"items":{"type":"object","required":["sum"],
          "properties":{"sum":{"type":"integer","minimum":0,"maximum":10},"rate":{"type":"number"}}}}}}
      """;

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'no':'ab','lines':[{'sum':3}]} | ",
        "{'no':'ab','lines':[{'sum':3.0,'rate':0.5,'more':1}],'state':null,'paid':true} | ",
        "[] | $: object",
        "{'no':'ab'} | $.lines: required",
        "{'no':'a','lines':[{'sum':3}]} | $.no: minLength",
        "{'no':'abcde','lines':[{'sum':3}]} | $.no: maxLength",
        "{'no':'ab','lines':[]} | $.lines: minItems",
        "{'no':'ab','lines':[{'sum':1},{'sum':1},{'sum':1}]} | $.lines: maxItems",
        "{'no':'ab','lines':[{'sum':1},{'sum':1.5}]} | $.lines[1].sum: integer",
        "{'no':'ab','lines':[{'sum':-1}]} | $.lines[0].sum: minimum",
        "{'no':'ab','lines':[{'sum':11}]} | $.lines[0].sum: maximum",
        "{'no':'ab','lines':[{'sum':1,'rate':'x'}]} | $.lines[0].rate: number",
        "{'no':'ab','lines':[{'sum':1e999}]} | $.lines[0].sum: integer",
        "{'no':'ab','lines':[{'sum':1,'rate':-1e999}]} | $.lines[0].rate: number",
        "{'no':'ab','lines':[{'sum':1}],'state':'x'} | $.state: enum",
        "{'no':'ab','lines':[{'sum':1}],'more':1} | $.more: additionalProperties",
        "{'no':'ab','lines':[{'sum':1}],'paid':1} | $.paid: boolean",
      })
  void whatDoesNotFitIsNamed(String value, String misfit) {
    assertThat(OutputSchema.misfit(json(ORDER), json(value.replace('\'', '"'))))
        .isEqualTo(java.util.Optional.ofNullable(misfit));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "[] | output.schema",
        "{'type':'array'} | output.schema",
        "{'type':'object','$ref':'http://169.254.169.254/'} | output.schema.$ref",
        "{'type':'object','properties':{'a':{'pattern':'(a+)+$'}}} | output.schema.properties.a.pattern",
        "{'type':'object','properties':{'a':3}} | output.schema.properties.a",
        "{'type':'object','properties':{'a':{'type':'text'}}} | output.schema.properties.a.type",
        "{'type':'object','required':'a'} | output.schema.required",
        "{'type':'object','properties':{'a':{'maximum':1e999}}} | output.schema.properties.a.maximum",
        "{'type':'object','additionalProperties':{}} | output.schema.additionalProperties",
      })
  void aSchemaIsOfKnownWordsOnly(String schema, String field) {
    ToolOutput given = new ToolOutput(ToolOutput.Kind.JSON, json(schema.replace('\'', '"')));
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> OutputSchema.checked(given));
    assertThat(refused.errors().getFirst().field()).isEqualTo(field);
  }

  @Test
  void onlyJsonHasASchemaAndItIsNotTooDeep() {
    assertThat(OutputSchema.checked(new ToolOutput(ToolOutput.Kind.JSON, json(ORDER))).schema())
        .isEqualTo(json(ORDER));
    assertThat(OutputSchema.checked(ToolOutput.CHAT)).isEqualTo(ToolOutput.CHAT);
    for (ToolOutput odd :
        new ToolOutput[] {
          new ToolOutput(ToolOutput.Kind.TABLE, json(ORDER)),
          new ToolOutput(ToolOutput.Kind.JSON, null),
          new ToolOutput(
              ToolOutput.Kind.JSON,
              json(
                  "{\"type\":\"object\",\"items\":"
                      + "{\"items\":".repeat(9)
                      + "{}"
                      + "}".repeat(10)))
        }) {
      assertThat(catchThrowableOfType(ProblemException.class, () -> OutputSchema.checked(odd)))
          .isNotNull();
    }
  }
}
