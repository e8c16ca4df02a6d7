package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.WireDialect;
import org.junit.jupiter.api.Test;

class AnthropicTest extends ToolContract {

  @Override
  ProviderKind kind() {
    return ProviderKind.ANTHROPIC;
  }

  @Override
  WireDialect dialect() {
    return WireDialect.ANTHROPIC;
  }

  @Override
  String keyHeader() {
    return "x-api-key";
  }

  @Override
  String keyValue() {
    return "sk-secret";
  }

  @Override
  String maxTokens(Received call) {
    return call.body().path("max_tokens").asString();
  }

  @Override
  boolean shows(Received call, String base64) {
    return call.body().toString().contains(base64);
  }

  @Test
  void oneCallAtATimeWhenAskedFor() {
    assertThat(rare(true).at("/tool_choice/disable_parallel_tool_use").asBoolean()).isTrue();
  }
}
