package app.madang.models.internal.vendor;

import app.madang.models.catalogue.ProviderKind;
import app.madang.testing.vendors.Received;
import app.madang.testing.vendors.WireDialect;

class OpenAiCompatibleTest extends ToolContract {

  @Override
  ProviderKind kind() {
    return ProviderKind.OPENAI_COMPATIBLE;
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
    return call.body().path("max_tokens").asString();
  }

  @Override
  boolean shows(Received call, String base64) {
    return call.body().toString().contains("data:image/png;base64," + base64);
  }
}
