package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.WireDialect;
import tools.jackson.databind.JsonNode;

class GeminiTest extends ToolContract {

  @Override
  ProviderKind kind() {
    return ProviderKind.GEMINI;
  }

  @Override
  WireDialect dialect() {
    return WireDialect.GEMINI;
  }

  @Override
  String keyHeader() {
    return "x-goog-api-key";
  }

  @Override
  String keyValue() {
    return "sk-secret";
  }

  @Override
  String maxTokens(Received call) {
    return call.body().path("generationConfig").path("maxOutputTokens").asString();
  }

  @Override
  boolean shows(Received call, String base64) {
    return call.body().toString().contains(base64);
  }

  @Override
  void back(Received call) {
    JsonNode said = call.body().at("/contents/1/parts");
    assertThat(said.at("/0/thoughtSignature").asString()).isEqualTo("+/+/c2lnbmVkIQ==");
    assertThat(said.at("/0/functionCall/id").asString()).doesNotContain("sig_");
    assertThat(said.at("/1").has("thoughtSignature")).isFalse();
    assertThat(call.body().at("/contents/2/parts/0/functionResponse/id"))
        .isEqualTo(said.at("/0/functionCall/id"));
  }
}
