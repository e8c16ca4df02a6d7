package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.ContractCalls;
import app.madang.testing.StatementCounter;
import app.madang.testing.vendors.Script;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What administrators change of models, and who may not. */
class ModelAdministrationIT extends AdministeredModels {

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
    assertThat(toldChoices()).contains("best").doesNotContain("gpt-5.6-sol");

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

  private static List<String> toldChoices() {
    return Platform.superuser()
        .sql("SELECT unnest(ids) FROM models.choices WHERE teller = 'local'")
        .query(String.class)
        .list();
  }

  private static void awaitTold(String model, boolean there) throws InterruptedException {
    long end = System.nanoTime() + 5_000_000_000L;
    while (toldChoices().contains(model) != there) {
      assertThat(System.nanoTime()).as("%s in %s", model, toldChoices()).isLessThan(end);
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

  /** The fewest of three times: what the instances read by themselves comes in between. */
  private static int statementsOfLists() {
    return IntStream.range(0, 3).map(time -> statementsOfListsNow()).min().orElseThrow();
  }

  private static int statementsOfListsNow() {
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
}
