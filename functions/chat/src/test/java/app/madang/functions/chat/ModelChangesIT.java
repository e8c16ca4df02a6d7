package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The log of what was changed of models, and entries of a later version. */
class ModelChangesIT extends AdministeredModels {

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
}
