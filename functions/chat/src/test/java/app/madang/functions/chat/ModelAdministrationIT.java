package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.ContractCalls;
import app.madang.testing.FunctionServer;
import app.madang.testing.StatementCounter;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
    for (String table : List.of("entries", "keys", "mask_patterns", "changes")) {
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

  static List<ContractCalls.Call> everyOperation() {
    return ContractCalls.of("chat", "/v1/admin/");
  }

  @ParameterizedTest
  @MethodSource("everyOperation")
  void othersMayNothing(ContractCalls.Call call) {
    for (String person : List.of("employee", "builder", "reviewer", "auditor")) {
      Client.Answer answer =
          Platform.at(server, person)
              .call(call.operation(), call.method(), call.path(), call.body());
      assertThat(answer.status()).as(person).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("forbidden");
    }
    assertThat(changes()).isEmpty();
  }

  private static List<String> changes() {
    return Platform.superuser()
        .sql(
            """
            SELECT concat_ws(' ', u.name, c.action, c.kind, c.subject) FROM models.changes c
              LEFT JOIN identity.users u ON u.id = c.actor_id WHERE c.actor_id IS NOT NULL ORDER BY c.id
            """)
        .query(String.class)
        .list();
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
    for (String elsewhere : List.of("http://127.0.0.1:9/v1", here + "/x")) {
      put("setProviderKey", "providers/own/key", "{\"key\":\"" + KEY + "\"}");
      put("putProvider", "providers/own", body.formatted(here).replace("사내", "우리"));
      assertThat(item(providers(), "own").path("key").asString()).isEqualTo("set");
      JsonNode moved = put("putProvider", "providers/own", body.formatted(elsewhere)).body();
      assertThat(moved.path("key").asString()).as(elsewhere).isEqualTo("not_needed");
      assertThat(moved.path("changed").path("by").asString()).isEqualTo("최지우");
      put("putProvider", "providers/own", body.formatted(here));
    }
  }

  private static JsonNode providers() {
    return admin().call("listProviders", "GET", "/v1/admin/providers", "").body();
  }

  @ParameterizedTest
  @CsvSource({
    "openai,OPENAI,authorization,'Bearer '",
    "openai_compatible,OPENAI,authorization,'Bearer '",
    "anthropic,ANTHROPIC,x-api-key,''",
    "gemini,GEMINI,x-goog-api-key,''"
  })
  void aProviderOfEachKindIsAddedAndAnswersWithItsOwnKey(
      String kind, WireDialect dialect, String header, String before) {
    String provider =
        "{\"kind\":\"%s\",\"name\":\"더한 곳\",\"baseUrl\":\"%s\",\"clearance\":\"internal\"}";
    JsonNode added =
        put("putProvider", "providers/more", provider.formatted(kind, VENDOR.baseUrl(dialect)))
            .body();
    assertThat(added.path("kind").asString()).isEqualTo(kind);
    assertThat(added.path("key").asString())
        .isEqualTo(kind.equals("openai_compatible") ? "not_needed" : "none");
    put("putModel", "models/gamma", model("more", true));
    put("setProviderKey", "providers/more/key", "{\"key\":\"" + KEY + "\"}");
    VENDOR.behaves(Script.says("OK"));
    VENDOR.received().clear();
    JsonNode good = tested();
    assertThat(good.path("answered").asBoolean()).as("%s", good).isTrue();
    assertThat(good.path("millis").asInt()).isGreaterThanOrEqualTo(0);
    assertThat(VENDOR.received())
        .allSatisfy(call -> assertThat(call.headers().get(header)).isEqualTo(before + KEY));

    String other = VENDOR.baseUrl(dialect).replace("127.0.0.1", "localhost");
    VENDOR.received().clear();
    put("putProvider", "providers/more", provider.formatted(kind, other));
    JsonNode keyless = tested();
    if (kind.equals("openai_compatible")) {
      assertThat(VENDOR.received())
          .isNotEmpty()
          .allSatisfy(call -> assertThat(call.headers().toString()).doesNotContain(KEY));
    } else {
      assertThat(keyless.path("failure").asString()).isEqualTo("no_key");
      assertThat(VENDOR.received()).isEmpty();
    }
    String changed = kind.equals("gemini") ? "openai" : "gemini";
    assertThat(put("putProvider", "providers/more", provider.formatted(changed, other)).status())
        .as("a kind stays")
        .isEqualTo(400);
  }

  private static JsonNode tested() {
    return admin().call("testModel", "POST", "/v1/admin/models/gamma/test", "").body();
  }

  @Test
  void aVendorIsAtHomeAndVertexWhereItsRegionSays() {
    for (String kind : List.of("openai", "anthropic", "gemini")) {
      String second = "{\"kind\":\"%s\",\"name\":\"둘째\",\"clearance\":\"internal\"}";
      JsonNode vendor =
          put("putProvider", "providers/second-" + kind, second.formatted(kind)).body();
      assertThat(vendor.path("baseUrl").asString())
          .as("where the one that ships is")
          .isEqualTo(item(providers(), kind).path("baseUrl").asString())
          .startsWith("https://");
    }
    String vertex =
        "{\"kind\":\"vertex_ai\",\"name\":\"V\",\"clearance\":\"confidential\",\"region\":\"%s\",\"project\":\"%s\"}";
    JsonNode seoul =
        put("putProvider", "providers/seoul", vertex.formatted("asia-northeast3", "acme-models"))
            .body();
    assertThat(seoul.path("baseUrl").asString())
        .isEqualTo(
            "https://asia-northeast3-aiplatform.googleapis.com/v1/projects/acme-models/locations/asia-northeast3/publishers/google");
    JsonNode global =
        put("putProvider", "providers/all", vertex.formatted("global", "acme-models")).body();
    assertThat(global.path("baseUrl").asString())
        .startsWith("https://aiplatform.googleapis.com/v1/projects/acme-models/locations/global/");
    assertThat(
            put("putProvider", "providers/union", vertex.formatted("eu", "acme-models"))
                .body()
                .path("baseUrl")
                .asString())
        .startsWith("https://aiplatform.eu.rep.googleapis.com/v1/projects/acme-models/");
    assertThat(put("setProviderKey", "providers/seoul/key", "{\"key\":\"x\"}").status())
        .as("the function's own token")
        .isEqualTo(400);
    String good = vertex.formatted("asia-northeast3", "acme-models");
    for (String bad :
        List.of(
            vertex.formatted("evil.example/x", "acme-models"),
            vertex.formatted("asia-northeast3", "../../evil"),
            vertex.formatted("evil.example#", "acme-models"),
            good.replace(",\"project\":\"acme-models\"", ""),
            good.replace(",\"region\":\"asia-northeast3\"", ""),
            good.replace("\"name\"", "\"baseUrl\":\"https://8.8.8.8/v1\",\"name\""),
            good.replace("vertex_ai", "openai"),
            good.replace("vertex_ai", "local"))) {
      assertThat(put("putProvider", "providers/bad", bad).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void aModelsReasoningSamplingAndPriceTiersAreSet() {
    String all =
        model("environment", true)
            .replace(
                "\"source\":\"contract\"",
                "\"source\":\"contract\",\"asOf\":\"2026-08-02\",\"longAbove\":20000,\"longInputTimes\":2,"
                    + "\"longOutputTimes\":1.5,\"cacheWriteTimes\":1.25")
            .replace("\"images\"", "\"effort\":\"budget\",\"sampling\":false,\"images\"");
    JsonNode saved = put("putModel", "models/gamma", all).body();
    assertThat(saved.path("effort").asString()).isEqualTo("budget");
    assertThat(saved.path("sampling").asBoolean(true)).isFalse();
    JsonNode listed =
        item(admin().call("listAllModels", "GET", "/v1/admin/models", "").body(), "gamma");
    assertThat(listed.path("effort")).isEqualTo(saved.path("effort"));
    JsonNode price = listed.path("price");
    assertThat(price.path("longAbove").asInt()).isEqualTo(20000);
    assertThat(price.path("longInputTimes").decimalValue()).isEqualByComparingTo("2");
    assertThat(price.path("longOutputTimes").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(price.path("cacheWriteTimes").decimalValue()).isEqualByComparingTo("1.25");
    assertThat(price.path("asOf").asString()).isEqualTo("2026-08-02");
    assertThat(price.path("source").asString()).isEqualTo("contract");

    String plain = model("environment", true);
    JsonNode later = put("putModel", "models/gamma", plain).body();
    assertThat(later.path("effort").asString()).as("as it was").isEqualTo("budget");
    assertThat(later.path("sampling").asBoolean(true)).isFalse();
    assertThat(later.path("price").has("longAbove")).as("a price is said whole").isFalse();
    for (List<String> bad :
        List.of(
            List.of("\"longAbove\":20000", "price.longInputTimes"),
            List.of("\"longInputTimes\":2", "price.longAbove"),
            List.of("\"longAbove\":40000,\"longInputTimes\":2", "price.longAbove"),
            List.of("\"longAbove\":0,\"longInputTimes\":2", "price.longAbove"),
            List.of("\"cacheWriteTimes\":0", "price.cacheWriteTimes"),
            List.of("\"cacheWriteTimes\":101", "price.cacheWriteTimes"))) {
      Client.Answer refused =
          put("putModel", "models/gamma", plain.replace("\"source\"", bad.get(0) + ",\"source\""));
      assertThat(refused.status()).as("%s", bad).isEqualTo(400);
      assertThat(refused.body().path("errors").get(0).path("field").asString())
          .isEqualTo(bad.get(1));
    }
    assertThat(
            put(
                    "putModel",
                    "models/gamma",
                    plain.replace("\"images\"", "\"effort\":\"x\",\"images\""))
                .status())
        .isEqualTo(400);
  }

  private static Client.Answer policy(String code, String body) {
    return put("putPolicy", "policies/" + code, body);
  }

  private static Client.Answer firstAsked(FunctionServer at, String selection) {
    return Platform.at(at, "chooser")
        .call(
            "estimateCost",
            "POST",
            "/v1/models/estimate",
            "{\"text\":\"연차는?\",\"model\":\"" + selection + "\"}");
  }

  @Test
  void aPolicyServesWhomAnAdministratorNamesAtOnce() throws Exception {
    JsonNode shipped = admin().call("listPolicies", "GET", "/v1/admin/policies", "").body();
    assertThat(shipped.path("items").valueStream().map(p -> p.path("policy").asString()))
        .containsExactly("best", "fast", "cheap", "private");
    assertThat(shipped.path("items").valueStream().map(p -> p.path("edited").asBoolean()))
        .containsOnly(false);
    assertThat(
            shipped
                .path("items")
                .get(3)
                .path("models")
                .valueStream()
                .map(m -> m.path("clearance").asString()))
        .isNotEmpty()
        .containsOnly("confidential");
    assertThat(firstAsked(server, "fast").body().path("model").asString()).isEqualTo("alpha");
    assertThat(firstAsked(other, "fast").body().path("model").asString()).isEqualTo("alpha");

    JsonNode saved = policy("fast", "{\"enabled\":true,\"models\":[\"beta\",\"alpha\"]}").body();
    assertThat(saved.path("edited").asBoolean()).isTrue();
    assertThat(saved.path("changed").path("by").asString()).isEqualTo("최지우");
    assertThat(saved.path("models").valueStream().map(m -> m.path("id").asString()))
        .containsExactly("beta", "alpha");
    assertThat(firstAsked(server, "fast").body().path("model").asString()).isEqualTo("beta");
    assertThat(firstAsked(server, "best").body().path("model").asString()).isEqualTo("alpha");
    long end = System.nanoTime() + 5_500_000_000L;
    while (!firstAsked(other, "fast").body().path("model").asString().equals("beta")) {
      assertThat(System.nanoTime()).as("five seconds").isLessThan(end);
      Thread.sleep(200);
    }
    VENDOR.behaves(Script.says("베타가 답해요"));
    VENDOR.received().clear();
    Client chooser = Platform.at(server, "chooser");
    chooser.askModel(chooser.converse(), "연차는 며칠인가요?", "fast").all();
    assertThat(VENDOR.received())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.body().path("model").asString()).isEqualTo("beta"));

    policy("fast", "{\"enabled\":false,\"models\":[\"beta\"]}");
    assertThat(chosen(server)).contains("best").doesNotContain("fast");
    assertThat(firstAsked(server, "fast").code()).isEqualTo("model_not_found");
    assertThat(put("setDefaultModel", "default-model", "{\"model\":\"fast\"}").status())
        .isEqualTo(400);
    Client.Answer refused = policy("best", "{\"enabled\":false,\"models\":[\"beta\"]}");
    assertThat(refused.body().path("errors").get(0).path("field").asString())
        .as("the default stays on")
        .isEqualTo("enabled");
    assertThat(admin().call("resetPolicy", "DELETE", "/v1/admin/policies/fast", "").status())
        .isEqualTo(204);
    assertThat(firstAsked(server, "fast").body().path("model").asString()).isEqualTo("alpha");
    assertThat(changes())
        .containsExactly("최지우 put POLICY fast", "최지우 put POLICY fast", "최지우 removed POLICY fast");
  }

  @Test
  void aPolicyOfWrongModelsIsRefusedInWords() {
    String outside =
        "{\"name\":\"밖\",\"baseUrl\":\"%s\",\"clearance\":\"internal\"}"
            .formatted(VENDOR.baseUrl(WireDialect.OPENAI));
    put("putProvider", "providers/outside", outside);
    put("putModel", "models/gamma", model("outside", true));
    for (List<String> bad :
        List.of(
            List.of("fast", "\"nobody\"", "models[0]"),
            List.of("fast", "\"alpha\",\"../beta\"", "models[1]"),
            List.of("fast", "\"alpha\",\"alpha\"", "models[1]"),
            List.of("fast", "\"text-embedding-3-small\"", "models[0]"),
            List.of("fast", "", "models"),
            List.of("private", "\"alpha\",\"gamma\"", "models[1]"))) {
      Client.Answer refused =
          policy(bad.get(0), "{\"enabled\":true,\"models\":[" + bad.get(1) + "]}");
      assertThat(refused.status()).as("%s", bad).isEqualTo(400);
      assertThat(refused.body().path("errors").get(0).path("field").asString())
          .as("%s", bad)
          .isEqualTo(bad.get(2));
      assertThat(refused.body().path("errors").get(0).path("message").asString()).contains("요.");
    }
    assertThat(policy("quick", "{\"enabled\":true,\"models\":[\"alpha\"]}").status())
        .isEqualTo(400);

    put("putProvider", "providers/outside", outside.replace("internal", "confidential"));
    assertThat(policy("private", "{\"enabled\":true,\"models\":[\"gamma\"]}").status())
        .isEqualTo(200);
    assertThat(firstAsked(server, "private").body().path("model").asString()).isEqualTo("gamma");
    put("putProvider", "providers/outside", outside);
    assertThat(firstAsked(server, "private").code())
        .as("what may see less is private no more")
        .isEqualTo("model_not_found");
  }

  @Test
  void everyChangeIsNotedByTheDatabaseAndNoKeyIsInIt() {
    put("setProviderKey", "providers/anthropic/key", "{\"key\":\"" + KEY + "\"}");
    put("putModel", "models/gamma", model("environment", true));
    admin().call("resetModel", "DELETE", "/v1/admin/models/gamma", "");
    admin().call("removeProviderKey", "DELETE", "/v1/admin/providers/anthropic/key", "");
    assertThat(changes())
        .containsExactly(
            "최지우 put KEY anthropic",
            "최지우 put MODEL gamma",
            "최지우 removed MODEL gamma",
            "최지우 removed KEY anthropic");
    assertThat(
            Platform.superuser()
                .sql("SELECT string_agg(c::text, ' ') FROM models.changes c")
                .query(String.class)
                .single())
        .contains("contextTokens")
        .doesNotContain("secret")
        .doesNotContain("\\x");
  }

  private static JsonNode logged(String query) {
    return admin().call("listModelChanges", "GET", "/v1/admin/model-changes" + query, "").body();
  }

  private static List<String> told(JsonNode page) {
    return page.path("items")
        .valueStream()
        .map(
            line ->
                "%s %s %s %s %s"
                    .formatted(
                        line.path("by").asString("?"),
                        line.path("action").asString(),
                        line.path("kind").asString(),
                        line.path("subject").asString(),
                        line.path("fields")
                            .valueStream()
                            .map(
                                field ->
                                    "%s:%s>%s"
                                        .formatted(
                                            field.path("field").asString(),
                                            field.path("from").asString("-"),
                                            field.path("to").asString("-")))
                            .toList()))
        .toList();
  }

  @Test
  void changesAreReadFromWhatToWhatInPagesAndNoKeyIsInThem() {
    String gamma = model("environment", true);
    put("putModel", "models/gamma", gamma);
    put("putModel", "models/gamma", gamma.replace("\"input\":1000", "\"input\":1200"));
    put("putModel", "models/gamma", gamma.replace("\"phone\":\"allow\"", "\"email\":\"allow\""));
    admin().call("resetModel", "DELETE", "/v1/admin/models/gamma", "");
    put("setDefaultModel", "default-model", "{\"model\":\"alpha\"}");
    put("setAnswerCache", "answer-cache", "{\"enabled\":true,\"seconds\":600}");
    put("setAnswerCache", "answer-cache", "{\"enabled\":true,\"seconds\":600}");
    policy("fast", "{\"enabled\":true,\"models\":[\"beta\",\"alpha\"]}");
    policy("fast", "{\"enabled\":true,\"models\":[\"alpha\",\"beta\"]}");
    admin().call("resetPolicy", "DELETE", "/v1/admin/policies/fast", "");
    put("setProviderKey", "providers/anthropic/key", "{\"key\":\"" + KEY + "\"}");
    put("putProvider", "providers/gemini", "{\"name\":\"Gemini\",\"clearance\":\"public\"}");
    admin().call("resetProvider", "DELETE", "/v1/admin/providers/gemini", "");
    admin()
        .call(
            "addMaskPattern",
            "POST",
            "/v1/admin/mask-patterns",
            "{\"name\":\"사번\",\"regex\":\"EMP-[0-9]{6}\",\"label\":\"EMPLOYEE\"}");
    JsonNode all = logged("");
    assertThat(all.has("nextCursor")).isFalse();
    assertThat(all.toString()).doesNotContain("secret").doesNotContain("7f3a");
    List<String> lines = told(all).reversed();
    assertThat(lines.stream().map(line -> line.replaceAll(" \\[.*", "")))
        .allMatch(line -> line.startsWith("최지우 "))
        .containsExactly(
            "최지우 added model gamma",
            "최지우 changed model gamma",
            "최지우 changed model gamma",
            "최지우 removed model gamma",
            "최지우 changed default default",
            "최지우 changed cache answers",
            "최지우 changed cache answers",
            "최지우 changed policy fast",
            "최지우 changed policy fast",
            "최지우 reset policy fast",
            "최지우 added key anthropic",
            "최지우 changed provider gemini",
            "최지우 reset provider gemini",
            "최지우 added pattern 사번");
    assertThat(lines.get(0)).endsWith("[]");
    assertThat(lines.get(1)).endsWith("[price.input:1000>1200]");
    assertThat(lines.get(2))
        .endsWith(
            "[masks.actions.EMAIL:->ALLOW, masks.actions.PHONE:ALLOW>-, price.input:1200>1000]");
    assertThat(lines.get(4)).endsWith("[model:best>alpha]");
    assertThat(lines.get(5)).endsWith("[enabled:false>true, seconds:3600>600]");
    assertThat(lines.get(6)).endsWith("[]");
    assertThat(lines.get(7)).endsWith("[models:->beta, alpha]");
    assertThat(lines.get(9)).endsWith("[models:alpha, beta>-]");
    assertThat(lines.get(8)).endsWith("[models:beta, alpha>alpha, beta]");
    assertThat(lines.get(11)).contains("clearance:INTERNAL>PUBLIC");
    assertThat(lines.get(12)).contains("clearance:PUBLIC>INTERNAL");
    assertThat(lines.get(13)).endsWith("[label:->EMPLOYEE, regex:->EMP-[0-9]{6}]");

    JsonNode first = logged("?limit=5");
    JsonNode second = logged("?limit=50&cursor=" + first.path("nextCursor").asString());
    assertThat(told(first)).hasSize(5).isEqualTo(told(all).subList(0, 5));
    assertThat(told(second)).isEqualTo(told(all).subList(5, 14));
    for (String wrong : List.of("?cursor=eA", "?limit=0", "?limit=101")) {
      assertThat(
              admin()
                  .call("listModelChanges", "GET", "/v1/admin/model-changes" + wrong, "")
                  .status())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  /** As during an upgrade: this instance is the old one. */
  @Test
  void aKindThatALaterVersionWroteIsLeftOutAndTakesNothingElseAway() {
    String kinds =
        Platform.superuser()
            .sql(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'entries_kind_check'")
            .query(String.class)
            .single();
    Platform.superuser()
        .sql("ALTER TABLE models.entries DROP CONSTRAINT entries_kind_check")
        .update();
    try {
      Platform.superuser()
          .sql(
              "INSERT INTO models.entries (kind, id, body, updated_by)"
                  + " VALUES ('LATER', 'phone', '{\"enabled\":true}', uuidv7())")
          .update();
      put("putModel", "models/gamma", model("environment", true));
      assertThat(chosen(server)).contains("alpha", "gamma");
      String tried = "{\"text\":\"enabled true\"}";
      assertThat(
              admin()
                  .call("tryMasking", "POST", "/v1/admin/masking/try", tried)
                  .body()
                  .path("masked"))
          .isEmpty();
    } finally {
      Platform.superuser().sql("DELETE FROM models.entries WHERE kind = 'LATER'").update();
      Platform.superuser()
          .sql("ALTER TABLE models.entries ADD CONSTRAINT entries_kind_check " + kinds)
          .update();
    }
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
  void whatCanBeChosenIsToldAndAToolWhoseModelIsGoneSaysSo() throws Exception {
    UUID tool = ToolRows.released("짧게 답한다.", "alpha");
    Client person = Platform.at(server, "chooser");
    String of = "{\"toolId\":\"" + tool + "\"}";
    UUID conversation = person.call("createConversation", "POST", "/v1/conversations", of).id();
    put("setProviderKey", "providers/anthropic/key", "{\"key\":\"" + KEY + "\"}");
    awaitTold("alpha", true);
    awaitTold("claude-opus-5-5", true);
    // policies, too; never what a key is
    assertThat(told()).contains("best").doesNotContain("gpt-5.6-sol");

    put("putModel", "models/alpha", model("environment", false));
    // nobody asks anything meanwhile
    awaitTold("alpha", false);
    String question = "{\"text\":\"연차는?\"}";
    String path = "/v1/conversations/" + conversation + "/messages";
    Client.Answer refused = person.call("ask", "POST", path, question);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("tool_model_gone");
    Client.Answer run =
        person.call(
            "runTool", "POST", "/v1/store/tools/" + tool + "/runs", "{\"question\":\"연차는?\"}");
    assertThat(run.code()).isEqualTo("tool_model_gone");
    admin().call("resetModel", "DELETE", "/v1/admin/models/alpha", "");
    awaitTold("alpha", true);
    ToolRows.revoke(tool);
  }

  private static List<String> told() {
    return Platform.superuser()
        .sql("SELECT unnest(ids) FROM models.choices WHERE teller = 'local'")
        .query(String.class)
        .list();
  }

  private static void awaitTold(String model, boolean there) throws InterruptedException {
    long end = System.nanoTime() + 5_000_000_000L;
    while (told().contains(model) != there) {
      assertThat(System.nanoTime()).as("%s in %s", model, told()).isLessThan(end);
      Thread.sleep(50);
    }
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
    logged("");
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
