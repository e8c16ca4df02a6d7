package app.madang.models.internal.vendor;

import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.WireDialect;

class GeminiTest extends VendorContract {

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
}
