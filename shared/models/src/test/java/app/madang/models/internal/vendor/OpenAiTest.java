package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.WireDialect;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenAiTest extends ToolContract {

  @Override
  ProviderKind kind() {
    return ProviderKind.OPENAI;
  }

  @Override
  WireDialect dialect() {
    return WireDialect.OPENAI;
  }

  @Override
  String keyHeader() {
    return "authorization";
  }

  @Override
  String keyValue() {
    return "Bearer sk-secret";
  }

  @Override
  String maxTokens(Received call) {
    return call.body().path("max_completion_tokens").asString();
  }

  @Override
  boolean shows(Received call, String base64) {
    return call.body().toString().contains("data:image/png;base64," + base64);
  }

  @Test
  void passesOnWhatFewSay() {
    JsonNode body = rare(true);
    assertThat(body.path("parallel_tool_calls").asBoolean(true)).isFalse();
    assertThat(body.path("seed").asInt()).isEqualTo(7);
    assertThat(body.path("frequency_penalty").asDouble()).isEqualTo(0.5);
    assertThat(body.path("presence_penalty").asDouble()).isEqualTo(0.25);
    assertThat(body.at("/logit_bias/42").asInt()).isEqualTo(-100);
    assertThat(body.at("/tools/0/function/strict").asBoolean()).isTrue();
    JsonNode reasoning = rare(false);
    assertThat(reasoning.has("parallel_tool_calls")).isTrue();
    assertThat(reasoning.toString()).doesNotContain("penalty", "seed", "logit_bias");
  }

  @Test
  void aSchemaMayBeAWish() {
    assertThat(loose().at("/response_format/json_schema/strict").asBoolean()).isFalse();
  }
}
