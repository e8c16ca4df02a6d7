package app.madang.functions.chat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import tools.jackson.databind.JsonNode;

/** Two instances whose models an administrator changes, for all tests that use them. */
abstract class AdministeredModels {

  static final String KEY = "sk-very-secret-key-of-this-company-7f3a";
  static final VendorStandIn VENDOR = new VendorStandIn();
  static FunctionServer server;
  static FunctionServer other;

  @BeforeAll
  static void serve() {
    Map<String, String> environment =
        Map.of(
            "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
            "OPENAI_API_KEY", "sk-local",
            "OPENAI_MODELS", "alpha,beta",
            "MODEL_PRIVATE_ADDRESSES", "true");
    if (server == null) {
      server = Platform.serve(environment);
      other = Platform.serve(environment);
    }
    Platform.STACK.environment("chat", environment);
  }

  @AfterAll
  static void tidy() {
    Platform.STACK.environment("chat");
  }

  @AfterEach
  void forget() {
    for (String table : List.of("entries", "keys", "mask_patterns", "changes")) {
      Platform.superuser().sql("DELETE FROM models." + table).update();
    }
  }

  static Client admin() {
    return Platform.at(server, "admin");
  }

  static Client.Answer put(String operation, String path, String body) {
    return admin().call(operation, "PUT", "/v1/admin/" + path, body);
  }

  static String model(String provider, boolean enabled) {
    return """
        {"provider":"%s","vendorName":"gamma-1","name":"Gamma","contextTokens":32000,"maxOutputTokens":4000,
         "images":false,"tools":true,"jsonSchema":true,"masks":{"phone":"allow","card":"block"},"enabled":%s,
         "price":{"input":1000,"cachedInput":100,"output":2000,"currency":"KRW","source":"contract"}}
        """
        .formatted(provider, enabled);
  }

  static JsonNode item(JsonNode list, String id) {
    return list.path("items")
        .valueStream()
        .filter(item -> item.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + list));
  }

  static List<String> chosen(FunctionServer at) {
    return Platform.at(at, "chooser")
        .call("listModels", "GET", "/v1/models", "")
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  static List<String> changes() {
    return Platform.superuser()
        .sql(
            """
            SELECT concat_ws(' ', u.name, c.action, c.kind, c.subject) FROM models.changes c
              LEFT JOIN identity.users u ON u.id = c.actor_id WHERE c.actor_id IS NOT NULL ORDER BY c.id
            """)
        .query(String.class)
        .list();
  }

  static JsonNode providers() {
    return admin().call("listProviders", "GET", "/v1/admin/providers", "").body();
  }

  static JsonNode tested() {
    return admin().call("testModel", "POST", "/v1/admin/models/gamma/test", "").body();
  }

  static Client.Answer policy(String code, String body) {
    return put("putPolicy", "policies/" + code, body);
  }

  static JsonNode logged(String query) {
    return admin().call("listModelChanges", "GET", "/v1/admin/model-changes" + query, "").body();
  }
}
