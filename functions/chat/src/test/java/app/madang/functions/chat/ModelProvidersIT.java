package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.WireDialect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Providers that administrators add, and their keys. */
class ModelProvidersIT extends AdministeredModels {

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
}
