package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.functions.publishing.Client.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What golden questions hold back: a submission before its reviewers, and a canary. */
class GoldenGateIT extends GoldenAnswers {

  private final Client reviewer = Platform.having("golden-judge", "member", "reviewer");

  @Test
  void whatIsHandedInProvesItselfFirst() {
    UUID tool = builder.create("골든").id();
    assertThat(start(builder, tool, "{}").code()).isEqualTo("no_golden_questions");
    assertThat(gate(builder, tool).path("proven").asBoolean()).isTrue();
    assertThat(builder.submit(tool).state()).isEqualTo("SUBMITTED");
    withdraw(tool);

    UUID question = add(builder, tool, FACT).id();
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    assertThatThrownBy(() -> status(tool, "SUBMITTED")).hasMessageContaining("golden questions");
    assertThat(builder.submit(tool).state()).isEqualTo("EVALUATING");
    // nothing of it changes meanwhile, and nobody reviews it
    assertThat(add(builder, tool, FACT).code()).isEqualTo("tool_state");
    assertThat(change(tool, question).code()).isEqualTo("tool_state");
    assertThat(threshold(tool, "0.5").code()).isEqualTo("tool_state");
    assertThat(start(builder, tool, "{}").code()).isEqualTo("tool_state");
    assertThat(builder.update(tool, "딴것", builder.get(tool).version()).code())
        .isEqualTo("tool_state");
    assertThat(reviewer.approve(tool).code()).isEqualTo("tool_state");
    assertThat(gate(builder, tool).path("draft").path("state").asString()).isEqualTo("RUNNING");

    answer(tool, "연차는 11일입니다.");
    Answer back = builder.get(tool);
    assertThat(back.state()).isEqualTo("DRAFT");
    assertThat(back.body().path("fault").asString()).isEqualTo("not_proven");
    JsonNode failed = gate(builder, tool).path("draft");
    assertThat(failed.path("state").asString()).isEqualTo("FAILED");
    assertThat(failed.path("results").get(0).path("missing").get(0).asString()).isEqualTo("15일");
    JsonNode last = history(tool).get(0);
    assertThat(last.path("act").asString()).isEqualTo("NOT_PROVEN");
    assertThat(last.path("reason").path("score").asDouble()).isZero();
    assertThat(last.path("reason").path("threshold").asDouble()).isEqualTo(.8);

    builder.update(tool, "고친 골든", back.version());
    assertThat(builder.submit(tool).state()).isEqualTo("EVALUATING");
    answer(tool, "연차는 15일입니다.");
    assertThat(builder.get(tool).state()).isEqualTo("SUBMITTED");
    assertThat(acts(tool)).startsWith("SUBMITTED", "EVALUATING", "CHANGED", "NOT_PROVEN");
    assertThat(history(tool).get(0).path("by").path("name").asString()).isEqualTo("golden-maker");

    // the reviewer sees how it went, but not what was written from documents of another
    JsonNode seen = gate(reviewer, tool);
    assertThat(seen.path("proven").asBoolean()).isTrue();
    JsonNode result = seen.path("draft").path("results").get(0);
    assertThat(result.path("score").asDouble()).isEqualTo(1);
    assertThat(result.has("answer") || result.has("found")).isFalse();
    assertThat(gate(builder, tool).path("draft").path("results").get(0).path("answer").asString())
        .isEqualTo("연차는 15일입니다.");
    assertThat(start(reviewer, tool, "{}").status()).isEqualTo(403);
    assertThat(reviewer.approve(tool).state()).isEqualTo("APPROVED");
  }

  @Test
  void whatPassedIsThisVeryRevisionTheseQuestionsAndThisThreshold() {
    UUID tool = builder.create("바뀐 골든").id();
    UUID question = add(builder, tool, FACT).id();
    passes(tool);
    assertThat(gate(builder, tool).path("proven").asBoolean()).isTrue();
    builder.update(tool, "또 고친 골든", builder.get(tool).version());
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    passes(tool);
    change(tool, question);
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    passes(tool);
    UUID second = add(builder, tool, FACT).id();
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    start(builder, tool, "{}");
    answer(tool, "연차는 15일입니다.", "모릅니다.");
    assertThat(gate(builder, tool).path("draft").path("score").asDouble()).isEqualTo(.5);
    // what failed does not pass by a lower threshold or one question less, before it is asked again
    threshold(tool, "0.5");
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    start(builder, tool, "{}");
    answer(tool, "연차는 15일입니다.", "모릅니다.");
    assertThat(gate(builder, tool).path("proven").asBoolean()).isTrue();
    String path = "/v1/tools/" + tool + "/golden-questions/" + second;
    assertThat(builder.call("deleteGoldenQuestion", "DELETE", path, "").status()).isEqualTo(204);
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    add(builder, tool, FACT);
    start(builder, tool, "{}");
    answer(tool, "연차는 15일입니다.", "모릅니다.");
    threshold(tool, "0.6");
    assertThat(gate(builder, tool).path("proven").asBoolean()).isFalse();
    assertThat(builder.submit(tool).state()).isEqualTo("EVALUATING");
    withdraw(tool);
    assertThat(builder.get(tool).state()).isEqualTo("DRAFT");
    assertThat(gate(builder, tool).path("draft").path("state").asString()).isEqualTo("CANCELLED");
    assertThat(acts(tool)).startsWith("WITHDRAWN", "EVALUATING");
    assertThat(threshold(tool, "0.4").status()).isEqualTo(400);
  }

  @Test
  void aCanaryThatNoLongerPassesGoesBack() {
    UUID tool = builder.create("카나리 골든").id();
    add(builder, tool, FACT);
    UUID first = released(tool, "");
    assertThat(first).isEqualTo(tool);
    builder.update(tool, "다음 골든", builder.get(tool).version());
    start(builder, tool, "{\"compare\":true}");
    answer(tool, "연차는 15일입니다.");
    JsonNode compared = gate(builder, tool);
    assertThat(compared.path("draft").path("state").asString()).isEqualTo("PASSED");
    assertThat(compared.path("live").path("release").asInt()).isOne();
    released(tool, ",\"percent\":20");
    sweep();
    JsonNode watched = gate(builder, tool).path("canary");
    assertThat(watched.path("release").asInt()).isEqualTo(2);
    assertThat(watched.path("state").asString()).isEqualTo("RUNNING");
    // another question for the next release does not judge this one
    add(builder, tool, "{\"question\":\"병가는?\",\"facts\":[\"60일\"]}");
    answer(tool, "연차는 15일입니다.");
    sweep();
    assertThat(builder.get(tool).body().path("canary").path("number").asInt()).isEqualTo(2);
    Platform.SUPERUSER
        .sql(
            "UPDATE toolbox.evaluations SET started_at = now() - interval '25 hours' WHERE tool_id = ?")
        .param(tool)
        .update();
    sweep();
    answer(tool, "모릅니다.");
    sweep();
    JsonNode back = builder.get(tool).body();
    assertThat(back.has("canary")).isFalse();
    assertThat(back.path("live").path("number").asInt()).isOne();
    JsonNode reason = back.path("rolledBack").path("reason");
    assertThat(reason.path("cause").asString()).isEqualTo("golden");
    assertThat(reason.path("score").asDouble()).isZero();
  }

  private void passes(UUID tool) {
    start(builder, tool, "{}");
    answer(tool, "연차는 15일입니다.");
    assertThat(gate(builder, tool).path("draft").path("state").asString()).isEqualTo("PASSED");
  }

  /** Handed in, approved and released. */
  private UUID released(UUID tool, String more) {
    String body = "{\"version\":" + builder.get(tool).version() + more + "}";
    builder.call("submitTool", "POST", "/v1/tools/" + tool + "/submission", body);
    answer(tool, "연차는 15일입니다.");
    assertThat(reviewer.approve(tool).state()).isEqualTo("APPROVED");
    Platform.release(tool);
    return tool;
  }

  private void withdraw(UUID tool) {
    builder.call("withdrawTool", "DELETE", "/v1/tools/" + tool + "/submission", "");
  }

  private Answer change(UUID tool, UUID question) {
    String path = "/v1/tools/" + tool + "/golden-questions/" + question;
    return builder.call("changeGoldenQuestion", "PUT", path, FACT);
  }

  private JsonNode history(UUID tool) {
    return builder
        .call("listToolHistory", "GET", "/v1/tools/" + tool + "/history", "")
        .body()
        .path("items");
  }

  private List<String> acts(UUID tool) {
    return StreamSupport.stream(history(tool).spliterator(), false)
        .map(entry -> entry.path("act").asString())
        .toList();
  }

  private static void status(UUID tool, String status) {
    Platform.SUPERUSER
        .sql("UPDATE toolbox.tools SET status = ? WHERE id = ?")
        .params(status, tool)
        .update();
  }
}
