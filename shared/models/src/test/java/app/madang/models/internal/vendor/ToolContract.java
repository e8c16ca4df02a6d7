package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.ModelRequest.Format;
import app.madang.models.ModelRequest.Rarer;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.ModelRequest.Tool;
import app.madang.models.ModelRequest.ToolChoice;
import app.madang.models.catalogue.EffortStyle;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What every vendor's client does with tools, over the vendor's wire format. */
abstract class ToolContract extends VendorContract {

  @Test
  void callsSideBySideHaveIdsAndGoBack() {
    vendor.behaves(
        Script.calls(
            new Script.Tool("call_1", "lookup", "{\"q\":\"a\"}"),
            new Script.Tool("call_2", "lookup", "{\"q\":\"b\"}")));
    Heard heard = new Heard();
    List<ToolCall> streamed = client().stream(withTool(HELLO), heard, SHORT).calls();
    List<ToolCall> whole = client().call(withTool(HELLO), SHORT).calls();
    assertThat(streamed.stream().map(ToolCall::id)).isEqualTo(heard.ids());
    for (List<ToolCall> calls : List.of(streamed, whole)) {
      assertThat(calls.stream().map(ToolCall::id))
          .doesNotHaveDuplicates()
          .hasSize(2)
          .allMatch(id -> id.matches("[A-Za-z0-9_-]{6,}"));
      vendor.received().clear();
      vendor.behaves(Script.says("다 찾았다"));
      assertThat(client().call(answered(calls), SHORT).text()).isEqualTo("다 찾았다");
      back(vendor.received().remove());
      // a call that another vendor's model made
      List<ToolCall> foreign =
          calls.stream()
              .map(call -> new ToolCall("toolu_" + call.arguments().length(), "lookup", "{}"))
              .toList();
      assertThat(client().call(answered(foreign), SHORT).text()).isEqualTo("다 찾았다");
      vendor.received().clear();
    }
  }

  /** What must be in a call that brings results. */
  void back(Received call) {}

  private static ModelRequest answered(List<ToolCall> calls) {
    List<ModelMessage> messages = new ArrayList<>();
    messages.add(FromPerson.of("둘 다 찾아 줘"));
    messages.add(new FromModel(null, calls));
    calls.forEach(call -> messages.add(new ToolResult(call.id(), call.name(), "있다")));
    return withTool(HELLO.withMessages(messages));
  }

  @Test
  void aToolsOwnDefinitionsComeAlong() {
    Tool nested =
        new Tool(
            "book",
            null,
            """
            {"type":"object","properties":{"guest":{"$ref":"#/definitions/Guest"}},
             "definitions":{"Guest":{"type":"object","properties":{"nick":{"type":"string"}}}},
             "anyOf":[{"properties":{"room":{"type":"string"}},"required":["room"]},
                      {"properties":{"desk":{"type":"string"}},"required":["desk"]}]}
            """,
            null);
    client().call(offering(List.of(nested), ToolChoice.AUTO, HELLO.sampling()), SHORT);
    assertThat(vendor.received().remove().body().toString())
        .contains("#/$defs/Guest", "\"$defs\":{\"Guest\"", "nick", "room", "desk");
  }

  @ParameterizedTest
  @EnumSource(EffortStyle.class)
  void whoThinksMayBeMadeToCallAndGetsResults(EffortStyle style) {
    Sampling hard = new Sampling(null, null, 32_000, List.of(), Effort.HIGH);
    vendor.behaves(Script.calls("lookup", "{\"q\":\"a\"}"));
    List<ToolCall> calls =
        client(style, true).call(withTool(HELLO.withSampling(hard)), SHORT).calls();
    assertThat(calls).hasSize(1);
    vendor.behaves(Script.says("찾았다"));
    ModelRequest back = answered(calls).withSampling(hard);
    assertThat(client(style, true).call(back, SHORT).text()).isEqualTo("찾았다");
  }

  static ModelRequest offering(List<Tool> tools, ToolChoice choice, Sampling sampling) {
    return new ModelRequest(HELLO.messages(), tools, choice, Format.text(), sampling);
  }

  /** The body of a call that says everything that few say. */
  final JsonNode rare(boolean sampling) {
    Rarer rarer = new Rarer(false, 7, 0.5, 0.25, Map.of("42", -100));
    Tool strict =
        new Tool(
            "lookup",
            null,
            "{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"}},\"required\":[\"q\"],\"additionalProperties\":false}",
            true);
    client(EffortStyle.NONE, sampling)
        .call(
            offering(
                List.of(strict),
                ToolChoice.AUTO,
                new Sampling(null, null, 64, List.of(), null, rarer)),
            SHORT);
    return vendor.received().remove().body();
  }

  /** The body of a call whose schema is a wish. */
  final JsonNode loose() {
    client()
        .call(
            new ModelRequest(
                HELLO.messages(),
                List.of(),
                ToolChoice.AUTO,
                new Format(
                    Format.Kind.SCHEMA,
                    "leave",
                    "{\"type\":\"object\",\"properties\":{\"days\":{\"type\":\"integer\"}}}",
                    false),
                HELLO.sampling()),
            SHORT);
    return vendor.received().remove().body();
  }
}
