package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.events.EvaluationDue;
import app.madang.functions.publishing.Client.Answer;
import app.madang.toolbox.Evaluations;
import app.madang.toolbox.GoldenScore;
import app.madang.toolbox.GoldenScore.Given;
import com.google.pubsub.v1.ReceivedMessage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden questions, their evaluation, and the gate before the reviewers; chat's part is played. */
class GoldenIT {

  private static final String FACT = "{\"question\":\"연차는 며칠?\",\"facts\":[\"15일\"]}";
  private static final String DUE = "chat.evaluation-due";

  private final Client builder = Platform.having("golden-maker", "member", "builder");
  private final Client reviewer = Platform.having("golden-judge", "member", "reviewer");
  private final Client stranger = Platform.having("golden-stranger", "member", "builder");

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
  void questionsAreAskedFourAtATimeAndOnce() {
    UUID tool = builder.create("여섯 골든").id();
    for (int i = 0; i < 6; i++) {
      add(builder, tool, FACT);
    }
    assertThat(start(builder, tool, "{}").status()).isEqualTo(201);
    // a second click asks nothing twice
    start(builder, tool, "{}");
    assertThat(results(tool, "emitted_at IS NOT NULL")).hasSize(4);
    assertThat(heard(tool)).hasSize(4);
    // handed in while it is asked: its end decides
    assertThat(builder.submit(tool).state()).isEqualTo("EVALUATING");
    int answered = answer(tool, "연차는 15일입니다.");
    assertThat(answered).isEqualTo(6);
    assertThat(builder.get(tool).state()).isEqualTo("SUBMITTED");
  }

  @Test
  void whatStandsStillIsAskedAgainAndGivenUp() {
    UUID tool = builder.create("멈춘 골든").id();
    add(builder, tool, FACT);
    builder.submit(tool);
    for (int attempt = 2; attempt <= 4; attempt++) {
      assertThat(builder.get(tool).state()).isEqualTo("EVALUATING");
      Platform.SUPERUSER
          .sql(
              "UPDATE toolbox.evaluation_results SET emitted_at = now() - interval '6 minutes', state = 'ANSWERING'"
                  + " WHERE evaluation_id IN (SELECT id FROM toolbox.evaluations WHERE tool_id = ?)")
          .param(tool)
          .update();
      sweep();
    }
    JsonNode ended = gate(builder, tool).path("draft");
    assertThat(ended.path("state").asString()).isEqualTo("ERROR");
    assertThat(ended.path("results").get(0).path("error").asString()).isEqualTo("unavailable");
    assertThat(builder.get(tool).state()).isEqualTo("DRAFT");
    assertThat(start(builder, tool, "{}").status()).isEqualTo(201);
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

  @Test
  void aSheetComesInWholeOrWithTheReasonOfEachRow() {
    UUID tool = builder.create("시트 골든").id();
    Answer added =
        sheet(
            tool,
            "\uFEFF질문,사실,문서,json\r\n\"연차는, 며칠?\",\"15일|열다섯 날\n유급\",취업규칙.pdf,\r\n,,,\r\n뽑기,,,\"{\"\"a\"\":1}\"\r\n");
    assertThat(added.body().path("added").asInt()).isEqualTo(2);
    JsonNode items = list(builder, tool, "").body().path("items");
    assertThat(items.get(0).path("facts").get(1).asString()).isEqualTo("유급");
    assertThat(items.get(1).path("json").asString()).isEqualTo("{\"a\":1}");

    Answer wrong =
        sheet(tool, "question,facts,json\n,15일,\n며칠?,,\n며칠?,,[1]\n좋은 질문,답,,\n좋은 질문,답,\n");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(fields(wrong))
        .containsExactly("rows[2].question", "rows[3].facts", "rows[4].json", "rows[5].question");
    assertThat(list(builder, tool, "").body().path("items")).hasSize(2);
    assertThat(fields(sheet(tool, "제목,내용\n가,나\n"))).containsExactly("rows[1]");
    assertThat(fields(sheet(tool, "질문,사실\n\"닫지 않은"))).containsExactly("csv");
    assertThat(fields(sheet(tool, "질문,사실\n"))).containsExactly("csv");
    StringBuilder many = new StringBuilder("질문,사실\n");
    IntStream.range(0, 199).forEach(i -> many.append("질문 ").append(i).append(",답\n"));
    assertThat(fields(sheet(tool, many.toString()))).containsExactly("csv");
  }

  @Test
  void othersKnowNothingAndNothingIsExpectedOfNothing() {
    UUID tool = builder.create("남의 골든").id();
    UUID other = builder.create("다른 골든").id();
    UUID question = add(builder, tool, FACT).id();
    String path = "/v1/tools/" + tool + "/golden-questions/" + question;
    assertThat(add(stranger, tool, FACT).status()).isEqualTo(404);
    assertThat(list(stranger, tool, "").status()).isEqualTo(404);
    assertThat(stranger.call("changeGoldenQuestion", "PUT", path, FACT).status()).isEqualTo(404);
    assertThat(stranger.call("deleteGoldenQuestion", "DELETE", path, "").status()).isEqualTo(404);
    assertThat(start(stranger, tool, "{}").status()).isEqualTo(404);
    String gate = "/v1/tools/" + tool + "/gate";
    assertThat(stranger.call("getToolGate", "GET", gate, "").status()).isEqualTo(404);
    assertThat(stranger.call("putToolGate", "PUT", gate, "{\"threshold\":0.9}").status())
        .isEqualTo(404);
    String sheet = "/v1/tools/" + tool + "/golden-questions/import";
    assertThat(stranger.call("importGoldenQuestions", "POST", sheet, "{\"csv\":\"질문\"}").status())
        .isIn(400, 404);
    String elsewhere = "/v1/tools/" + other + "/golden-questions/" + question;
    assertThat(builder.call("deleteGoldenQuestion", "DELETE", elsewhere, "").status())
        .isEqualTo(404);
    assertThat(fields(add(builder, tool, "{\"question\":\"무엇?\"}"))).containsExactly("facts");
    assertThat(add(builder, tool, "{\"question\":\"무엇?\",\"facts\":[\"x\"],\"score\":1}").status())
        .isEqualTo(400);
    add(builder, tool, "{\"question\":\"둘째?\",\"documents\":[\"규정.pdf\"],\"exact\":\" 네 \"}");
    Answer first = list(builder, tool, "?limit=1");
    String cursor = first.body().path("nextCursor").asString();
    Answer second = list(builder, tool, "?limit=1&cursor=" + cursor);
    assertThat(second.body().path("items").get(0).path("exact").asString()).isEqualTo("네");
    assertThat(second.body().has("nextCursor")).isFalse();
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

  private Answer threshold(UUID tool, String threshold) {
    return builder.call(
        "putToolGate", "PUT", "/v1/tools/" + tool + "/gate", "{\"threshold\":" + threshold + "}");
  }

  private static Answer add(Client client, UUID tool, String body) {
    return client.call(
        "addGoldenQuestion", "POST", "/v1/tools/" + tool + "/golden-questions", body);
  }

  private static Answer list(Client client, UUID tool, String query) {
    String path = "/v1/tools/" + tool + "/golden-questions" + query;
    return client.call("listGoldenQuestions", "GET", path, "");
  }

  private Answer sheet(UUID tool, String csv) {
    String body = JsonMapper.shared().createObjectNode().put("csv", csv).toString();
    String path = "/v1/tools/" + tool + "/golden-questions/import";
    return builder.call("importGoldenQuestions", "POST", path, body);
  }

  private static Answer start(Client client, UUID tool, String body) {
    return client.call("startEvaluation", "POST", "/v1/tools/" + tool + "/evaluations", body);
  }

  private static JsonNode gate(Client client, UUID tool) {
    return client.call("getToolGate", "GET", "/v1/tools/" + tool + "/gate", "").body();
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

  private static List<String> fields(Answer refused) {
    return StreamSupport.stream(refused.body().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString())
        .toList();
  }

  private static void sweep() {
    assertThat(Platform.push("publishing.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isEqualTo(204);
  }

  /** Answers all that is asked of a tool as chat does, the last answer again and again. */
  private static int answer(UUID tool, String... answers) {
    Deque<UUID> due =
        new ArrayDeque<>(results(tool, "emitted_at IS NOT NULL AND r.state = 'PENDING'"));
    Evaluations evaluations =
        new Evaluations(Platform.SUPERUSER, event -> due.add(event.resultId()));
    int answered = 0;
    while (!due.isEmpty()) {
      UUID next = due.remove();
      Evaluations.Due claimed = evaluations.claim(next).orElseThrow();
      assertThat(evaluations.claim(next)).isEmpty();
      String text = answers[Math.min(answered, answers.length - 1)];
      GoldenScore score =
          GoldenScore.of(claimed.expected(), new Given(text, List.of(), List.of(), false, null));
      evaluations.done(
          claimed, new Evaluations.Answered(text, List.of("규정.pdf"), null, "beta", null), score);
      answered++;
    }
    return answered;
  }

  private static List<UUID> results(UUID tool, String which) {
    return Platform.SUPERUSER
        .sql(
            "SELECT r.id FROM toolbox.evaluation_results r JOIN toolbox.evaluations e ON e.id = r.evaluation_id"
                + " WHERE e.tool_id = ? AND e.state = 'RUNNING' AND "
                + which
                + " ORDER BY r.place")
        .param(tool)
        .query(UUID.class)
        .list();
  }

  /** The questions of a tool that chat hears of. */
  private static Set<UUID> heard(UUID tool) {
    List<UUID> expected = results(tool, "emitted_at IS NOT NULL");
    Set<UUID> heard = new HashSet<>();
    Instant patience = Instant.now().plusSeconds(20);
    while (heard.size() < expected.size() && Instant.now().isBefore(patience)) {
      for (ReceivedMessage message : Platform.STACK.pubSub().pull(DUE, 100)) {
        Platform.STACK.pubSub().acknowledge(DUE, message.getAckId());
        String payload = message.getMessage().getData().toStringUtf8();
        UUID result = JsonMapper.shared().readValue(payload, EvaluationDue.class).resultId();
        if (expected.contains(result)) {
          heard.add(result);
        }
      }
    }
    return heard;
  }

  private static void status(UUID tool, String status) {
    Platform.SUPERUSER
        .sql("UPDATE toolbox.tools SET status = ? WHERE id = ?")
        .params(status, tool)
        .update();
  }
}
