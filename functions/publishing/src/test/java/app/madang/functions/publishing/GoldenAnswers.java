package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.functions.publishing.Client.Answer;
import app.madang.toolbox.Evaluations;
import app.madang.toolbox.GoldenScore;
import app.madang.toolbox.GoldenScore.Given;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Golden questions of a tool, and answers to them as chat gives them. */
abstract class GoldenAnswers {

  static final String FACT = "{\"question\":\"연차는 며칠?\",\"facts\":[\"15일\"]}";
  final Client builder = Platform.having("golden-maker", "member", "builder");

  Answer threshold(UUID tool, String threshold) {
    return builder.call(
        "putToolGate", "PUT", "/v1/tools/" + tool + "/gate", "{\"threshold\":" + threshold + "}");
  }

  static Answer add(Client client, UUID tool, String body) {
    return client.call(
        "addGoldenQuestion", "POST", "/v1/tools/" + tool + "/golden-questions", body);
  }

  static Answer start(Client client, UUID tool, String body) {
    return client.call("startEvaluation", "POST", "/v1/tools/" + tool + "/evaluations", body);
  }

  static JsonNode gate(Client client, UUID tool) {
    return client.call("getToolGate", "GET", "/v1/tools/" + tool + "/gate", "").body();
  }

  static void sweep() {
    assertThat(Platform.push("publishing.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isEqualTo(204);
  }

  /** Answers all that is asked of a tool as chat does, the last answer again and again. */
  static int answer(UUID tool, String... answers) {
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

  static List<UUID> results(UUID tool, String which) {
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
}
