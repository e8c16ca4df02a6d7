package app.madang.functions.chat.mcp;

import app.madang.runtime.Settings;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who gives tokens for this server (RFC 9728). */
final class ResourceMetadata implements ForeignOperation {

  static final String PATH = "/.well-known/oauth-protected-resource";

  private final JsonMapper json;

  ResourceMetadata(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    ObjectNode metadata = json.createObjectNode();
    metadata.put("resource", Origins.of(request) + "/mcp");
    metadata.put("resource_name", "Madang");
    metadata.putArray("authorization_servers").add(Settings.required("OIDC_ISSUER"));
    metadata.putArray("bearer_methods_supported").add("header");
    metadata.putArray("scopes_supported").add("openid");
    response.setStatusCode(200);
    response.setContentType("application/json");
    response.getOutputStream().write(json.writeValueAsBytes(metadata));
  }
}
