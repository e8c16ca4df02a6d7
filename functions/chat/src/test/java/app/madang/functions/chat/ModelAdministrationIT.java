package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.StatementCounter;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What administrators change of models, and who may not. */
class ModelAdministrationIT {

  private static final String KEY = "sk-very-secret-key-of-this-company-7f3a";
  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static FunctionServer server;
  private static FunctionServer other;

  @BeforeAll
  static void serve() {
    Map<String, String> environment =
        Map.of(
            "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
            "OPENAI_API_KEY", "sk-local",
            "OPENAI_MODELS", "alpha,beta",
            "MODEL_PRIVATE_ADDRESSES", "true");
    server = Platform.serve(environment);
    other = Platform.serve(environment);
  }

  @AfterAll
  static void tidy() {
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  @AfterEach
  void forget() {
    for (String table : List.of("entries", "keys", "mask_patterns")) {
      Platform.superuser().sql("DELETE FROM models." + table).update();
    }
  }

  private static Client admin() {
    return Platform.at(server, "admin");
  }

  private static Client.Answer put(String operation, String path, String body) {
    return admin().call(operation, "PUT", "/v1/admin/" + path, body);
  }

  private static String model(String provider, boolean enabled) {
    return """
        {"provider":"%s","vendorName":"gamma-1","name":"Gamma","contextTokens":32000,"maxOutputTokens":4000,
         "images":false,"tools":true,"jsonSchema":true,"masks":{"phone":"allow","card":"block"},"enabled":%s,
         "price":{"input":1000,"cachedInput":100,"output":2000,"currency":"KRW","source":"contract"}}
        """
        .formatted(provider, enabled);
  }

  private static JsonNode item(JsonNode list, String id) {
    return list.path("items")
        .valueStream()
        .filter(item -> item.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " is not in " + list));
  }

  private static List<String> chosen(FunctionServer at) {
    return Platform.at(at, "chooser")
        .call("listModels", "GET", "/v1/models", "")
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("id").asString())
        .toList();
  }

  @Test
  void membersMayNothing() {
    Client member = Platform.at(server, "employee");
    String pattern = "{\"name\":\"a\",\"regex\":\"b\",\"label\":\"AB\"}";
    String provider = "{\"name\":\"a\",\"clearance\":\"public\"}";
    List<List<String>> calls =
        List.of(
            List.of("listProviders", "GET", "providers", ""),
            List.of("putProvider", "PUT", "providers/openai", provider),
            List.of("resetProvider", "DELETE", "providers/openai", ""),
            List.of("setProviderKey", "PUT", "providers/openai/key", "{\"key\":\"x\"}"),
            List.of("removeProviderKey", "DELETE", "providers/openai/key", ""),
            List.of("listAllModels", "GET", "models", ""),
            List.of("putModel", "PUT", "models/gamma", model("openai", true)),
            List.of("resetModel", "DELETE", "models/alpha", ""),
            List.of("testModel", "POST", "models/alpha/test", ""),
            List.of("setDefaultModel", "PUT", "default-model", "{\"model\":\"fast\"}"),
            List.of("listMaskPatterns", "GET", "mask-patterns", ""),
            List.of("addMaskPattern", "POST", "mask-patterns", pattern),
            List.of(
                "removeMaskPattern",
                "DELETE",
                "mask-patterns/00000000-0000-7000-8000-000000000000",
                ""),
            List.of("tryMasking", "POST", "masking/try", "{\"text\":\"a\"}"));
    for (List<String> call : calls) {
      Client.Answer answer =
          member.call(call.get(0), call.get(1), "/v1/admin/" + call.get(2), call.get(3));
      assertThat(answer.status()).as(call.get(0)).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("forbidden");
    }
  }

  @Test
  void aKeyGoesInAndNeverComesOut() {
    assertThat(
            put("setProviderKey", "providers/anthropic/key", "{\"key\":\"" + KEY + "\"}").status())
        .isEqualTo(204);
    JsonNode list = admin().call("listProviders", "GET", "/v1/admin/providers", "").body();
    JsonNode line = item(list, "anthropic");
    assertThat(line.path("key").asString()).isEqualTo("set");
    assertThat(line.path("keyChanged").path("by").asString()).isEqualTo("최지우");
    assertThat(list.toString())
        .doesNotContain("very-secret")
        .doesNotContain("sk-local")
        .doesNotContain("7f3a");
    assertThat(
            Platform.superuser()
                .sql("SELECT k::text FROM models.keys k")
                .query(String.class)
                .single())
        .doesNotContain("secret");
    assertThat(chosen(server)).contains("claude-opus-5-5");

    for (String bad : List.of("{\"key\":\"\"}", "{\"key\":\"a b\"}", "{}", "{\"key\":\"a\\nb\"}")) {
      Client.Answer refused = put("setProviderKey", "providers/anthropic/key", bad);
      assertThat(refused.status()).as(bad).isEqualTo(400);
    }
    assertThat(
            admin()
                .call("removeProviderKey", "DELETE", "/v1/admin/providers/anthropic/key", "")
                .status())
        .isEqualTo(204);
    assertThat(chosen(server)).doesNotContain("claude-opus-5-5");
  }

  @Test
  void anotherAddressForgetsTheKey() {
    String here = VENDOR.baseUrl(WireDialect.OPENAI);
    String body = "{\"name\":\"사내\",\"baseUrl\":\"%s\",\"clearance\":\"confidential\"}";
    assertThat(put("putProvider", "providers/own", body.formatted(here)).body().path("key"))
        .hasToString("\"not_needed\"");
    put("setProviderKey", "providers/own/key", "{\"key\":\"" + KEY + "\"}");
    assertThat(put("putProvider", "providers/own", body.formatted(here + "/x")).body().path("key"))
        .hasToString("\"set\"");
    JsonNode moved =
        put("putProvider", "providers/own", body.formatted("http://127.0.0.1:9/v1")).body();
    assertThat(moved.path("key").asString()).isEqualTo("not_needed");
    assertThat(moved.path("changed").path("by").asString()).isEqualTo("최지우");
  }

  @Test
  void wrongBodiesSayWhatIsWrong() {
    String provider = "{\"name\":\"a\",\"baseUrl\":\"%s\",\"clearance\":\"public\"}";
    for (String url :
        List.of(
            "http://169.254.169.254/v1",
            "http://metadata.google.internal/v1",
            "http://[fe80::1]/v1",
            "http://0.0.0.0/v1",
            "http://8.8.8.8/v1",
            "ftp://8.8.8.8/v1",
            "https://user:pass@8.8.8.8/v1",
            "https://8.8.8.8/v1?x=1",
            "https://8.8.8.8/a/../b",
            "https://no-such-host.invalid/v1",
            "x")) {
      Client.Answer refused = put("putProvider", "providers/bad", provider.formatted(url));
      assertThat(refused.status()).as(url).isEqualTo(400);
      assertThat(refused.body().path("errors").get(0).path("field").asString())
          .isEqualTo("baseUrl");
    }
    assertThat(
            put("putProvider", "providers/openai", provider.formatted("https://8.8.8.8/v1"))
                .status())
        .as("a vendor's address is the vendor's")
        .isEqualTo(400);
    for (String bad :
        List.of(
            model("nobody", true),
            model("openai", true).replace("1000", "-1"),
            model("openai", true).replace("KRW", "XXX"),
            model("openai", true).replace("phone", "shoe"),
            model("openai", true).replace("block", "eat"),
            model("openai", true).replace("32000", "1"),
            "{}")) {
      assertThat(put("putModel", "models/gamma", bad).status()).as(bad).isEqualTo(400);
    }
    assertThat(put("putModel", "models/best", model("openai", true)).status()).isEqualTo(400);
    assertThat(put("setDefaultModel", "default-model", "{\"model\":\"gpt-5.6-sol\"}").status())
        .as("without its key")
        .isEqualTo(400);
  }

  @Test
  void aChangeIsSeenByAnotherInstanceWithinFiveSeconds() throws Exception {
    assertThat(chosen(other)).contains("alpha").doesNotContain("gamma");
    JsonNode added = put("putModel", "models/gamma", model("environment", true)).body();
    assertThat(added.path("masks").path("phone").asString()).isEqualTo("allow");
    assertThat(added.path("masks").path("email").asString()).isEqualTo("mask");
    assertThat(added.path("added").asBoolean()).isTrue();
    assertThat(chosen(server)).contains("gamma");
    awaitOther("gamma", true);
    put("putModel", "models/gamma", model("environment", false));
    assertThat(chosen(server)).doesNotContain("gamma");
    awaitOther("gamma", false);

    assertThat(put("setDefaultModel", "default-model", "{\"model\":\"alpha\"}").status())
        .isEqualTo(204);
    JsonNode listed = admin().call("listModels", "GET", "/v1/models", "").body();
    assertThat(listed.path("default").asString()).isEqualTo("alpha");
    admin().call("resetModel", "DELETE", "/v1/admin/models/gamma", "");
    assertThat(admin().call("listAllModels", "GET", "/v1/admin/models", "").body().toString())
        .doesNotContain("Gamma");
  }

  @Test
  void listsAskTheDatabaseAsOftenForManyAsForFew() {
    int few = statementsOfLists();
    for (int i = 0; i < 5; i++) {
      put("putModel", "models/gamma" + i, model("environment", true));
    }
    assertThat(statementsOfLists()).isEqualTo(few);
  }

  private static int statementsOfLists() {
    admin().call("listAllModels", "GET", "/v1/admin/models", "");
    StatementCounter.PREPARED.set(0);
    admin().call("listAllModels", "GET", "/v1/admin/models", "");
    admin().call("listProviders", "GET", "/v1/admin/providers", "");
    return StatementCounter.PREPARED.get();
  }

  private static void awaitOther(String model, boolean there) throws InterruptedException {
    long end = System.nanoTime() + 5_500_000_000L;
    while (chosen(other).contains(model) != there) {
      assertThat(System.nanoTime()).as("five seconds").isLessThan(end);
      Thread.sleep(200);
    }
  }

  @Test
  void aTestCallSaysHowItWent() {
    VENDOR.behaves(Script.says("OK"));
    put("putModel", "models/gamma", model("environment", false));
    JsonNode good = admin().call("testModel", "POST", "/v1/admin/models/gamma/test", "").body();
    assertThat(good.path("answered").asBoolean()).as("%s", good).isTrue();
    assertThat(good.path("cost").asDouble()).isPositive();
    VENDOR.behaves(Script.fails(401));
    JsonNode bad = admin().call("testModel", "POST", "/v1/admin/models/alpha/test", "").body();
    assertThat(bad.path("failure").asString()).isEqualTo("key_refused");
    JsonNode none =
        admin().call("testModel", "POST", "/v1/admin/models/gpt-5.6-sol/test", "").body();
    assertThat(none.path("failure").asString()).isEqualTo("no_key");
    assertThat(admin().call("testModel", "POST", "/v1/admin/models/none/test", "").status())
        .isEqualTo(404);
  }

  @Test
  void patternsMaskWhatTheyFindAndSayWhatIsWrongWithThem() {
    String path = "/v1/admin/mask-patterns";
    Client.Answer added =
        admin()
            .call(
                "addMaskPattern",
                "POST",
                path,
                "{\"name\":\"사번\",\"regex\":\"EMP-[0-9]{6}\",\"label\":\"EMPLOYEE\"}");
    assertThat(added.status()).as("%s", added.body()).isEqualTo(200);
    JsonNode tried =
        admin()
            .call(
                "tryMasking",
                "POST",
                "/v1/admin/masking/try",
                "{\"text\":\"EMP-123456 은 PJ-7, 010-1234-5678\",\"regex\":\"PJ-[0-9]\",\"label\":\"PROJECT\"}")
            .body();
    assertThat(tried.path("text").asString())
        .isEqualTo("[[EMPLOYEE_1]] 은 [[PROJECT_1]], [[PHONE_1]]");
    assertThat(tried.path("masked").path("custom").asInt()).isEqualTo(2);
    for (List<String> bad :
        List.of(
            List.of("사번", "x", "AB", "name"),
            List.of("", "x", "AB", "name"),
            List.of("b", "(?=x)", "AB", "regex"),
            List.of("b", "x*", "AB", "regex"),
            List.of("b", "x", "ab", "label"),
            List.of("b", "x", "PHONE", "label"))) {
      Client.Answer refused =
          admin()
              .call(
                  "addMaskPattern",
                  "POST",
                  path,
                  "{\"name\":\"%s\",\"regex\":\"%s\",\"label\":\"%s\"}"
                      .formatted(bad.get(0), bad.get(1), bad.get(2)));
      assertThat(refused.status()).as("%s", bad).isEqualTo(400);
      assertThat(refused.body().path("errors").get(0).path("field").asString())
          .isEqualTo(bad.get(3));
    }
    String one = path + "/" + added.id();
    assertThat(admin().call("removeMaskPattern", "DELETE", one, "").status()).isEqualTo(204);
    assertThat(admin().call("removeMaskPattern", "DELETE", one, "").status()).isEqualTo(404);
  }
}
