package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whom a policy asks, and what a pattern of the company masks. */
class ModelPoliciesIT extends AdministeredModels {

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
