package app.madang.models.internal.vendor;

import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.WireDialect;

class AnthropicTest extends VendorContract {

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
}
