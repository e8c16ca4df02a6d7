package app.madang.functions.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.events.EvaluationDue;
import app.madang.functions.publishing.Client.Answer;
import com.google.pubsub.v1.ReceivedMessage;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Golden questions: how they come in, are asked and are scored; chat's part is played. */
class GoldenIT extends GoldenAnswers {

  private static final String DUE = "chat.evaluation-due";
  private final Client stranger = Platform.having("golden-stranger", "member", "builder");

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

  private static Answer list(Client client, UUID tool, String query) {
    String path = "/v1/tools/" + tool + "/golden-questions" + query;
    return client.call("listGoldenQuestions", "GET", path, "");
  }

  private Answer sheet(UUID tool, String csv) {
    String body = JsonMapper.shared().createObjectNode().put("csv", csv).toString();
    String path = "/v1/tools/" + tool + "/golden-questions/import";
    return builder.call("importGoldenQuestions", "POST", path, body);
  }

  private static List<String> fields(Answer refused) {
    return StreamSupport.stream(refused.body().path("errors").spliterator(), false)
        .map(error -> error.path("field").asString())
        .toList();
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
}
