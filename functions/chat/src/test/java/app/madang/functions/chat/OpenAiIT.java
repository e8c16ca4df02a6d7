package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.Script.Ending;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** OpenAI's interface over HTTP. */
class OpenAiIT extends OpenAiDoor {

  @Test
  void answersAsOpenAiDoes() throws Exception {
    VENDOR.behaves(Script.says("안녕", "하세요"));
    VENDOR.received().clear();
    HttpResponse<String> response = ask(HELLO.formatted(""));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonNode body = JSON.readTree(response.body());
    assertThat(body.at("/choices/0/message/content").asString()).isEqualTo("안녕하세요");
    assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("stop");
    assertThat(body.at("/usage/prompt_tokens").asInt()).isEqualTo(Script.INPUT_TOKENS);
    assertThat(VENDOR.received().remove().headers())
        .as("the caller's key stays here")
        .containsEntry("authorization", "Bearer sk-vendor");
  }

  @Test
  void streamsAsOpenAiDoes() throws Exception {
    VENDOR.behaves(Script.says("하나 ", "\"둘\"\n", "셋"));
    HttpResponse<String> response =
        ask(HELLO.formatted(",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
    List<String> data =
        response
            .body()
            .lines()
            .filter(l -> l.startsWith("data: "))
            .map(l -> l.substring(6))
            .toList();
    assertThat(data).last().isEqualTo("[DONE]");
    StringBuilder text = new StringBuilder();
    for (String chunk : data.subList(0, data.size() - 1)) {
      text.append(JSON.readTree(chunk).at("/choices/0/delta/content").asString(""));
    }
    assertThat(text).hasToString("하나 \"둘\"\n셋");
    assertThat(JSON.readTree(data.get(data.size() - 2)).at("/usage/completion_tokens").asInt())
        .isEqualTo(3);
  }

  @Test
  void toolsGoThereAndBack() throws Exception {
    VENDOR.behaves(Script.calls("lookup", "{\"q\":\"연차\"}"));
    String tools =
        ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"lookup\",\"parameters\":{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"}}}}}]";
    JsonNode body = JSON.readTree(ask(HELLO.formatted(tools)).body());
    assertThat(body.at("/choices/0/message/tool_calls/0/function/name").asString())
        .isEqualTo("lookup");
    assertThat(body.at("/choices/0/finish_reason").asString()).isEqualTo("tool_calls");
    String streamed = ask(HELLO.formatted(tools + ",\"stream\":true")).body();
    assertThat(streamed).contains("\"name\":\"lookup\"").contains("tool_calls");
  }

  @Test
  void aNamedToolIsTheOnlyOne() throws Exception {
    VENDOR.behaves(Script.calls("b", "{}"));
    VENDOR.received().clear();
    String tools =
        ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a\"}},{\"type\":\"function\",\"function\":{\"name\":\"b\",\"strict\":true}}],\"parallel_tool_calls\":false,\"seed\":7,\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"%s\"}}";
    assertThat(ask(HELLO.formatted(tools.formatted("b"))).statusCode()).isEqualTo(200);
    JsonNode asked = VENDOR.received().remove().body();
    assertThat(asked.path("tools")).hasSize(1);
    assertThat(asked.at("/tools/0/function/name").asString()).isEqualTo("b");
    assertThat(asked.at("/tools/0/function/strict").asBoolean()).isTrue();
    assertThat(asked.path("tool_choice").asString()).isEqualTo("required");
    assertThat(asked.path("parallel_tool_calls").asBoolean(true)).isFalse();
    assertThat(asked.path("seed").asInt()).isEqualTo(7);
    assertThat(ask(HELLO.formatted(tools.formatted("c"))).statusCode()).isEqualTo(400);
  }

  /** As the list of models names it. */
  private static String id(String begins) throws Exception {
    String models =
        HTTP.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/models"))
                    .header("Authorization", "Bearer " + key)
                    .build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    return JSON.readTree(models)
        .path("data")
        .valueStream()
        .map(model -> model.path("id").asString())
        .filter(id -> id.startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVendorsNameWithASlashIsAnAlias() throws Exception {
    VENDOR.behaves(Script.says("네"));
    VENDOR.received().clear();
    for (String name : List.of("Qwen/Qwen3-8B", id("qwen-qwen3-8b-"))) {
      HttpResponse<String> response = ask(HELLO.formatted("").replace("alpha", name));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(VENDOR.received().remove().body().path("model").asString())
          .isEqualTo("Qwen/Qwen3-8B");
    }
  }

  @Test
  void privateValuesStayHere() throws Exception {
    VENDOR.behaves(Script.says("[[PHONE_1]] 로 걸게요"));
    VENDOR.received().clear();
    HttpResponse<String> response =
        ask(
            "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"010-1234-5678\"}]}");
    assertThat(response.body()).contains("010-1234-5678 로 걸게요");
    assertThat(VENDOR.received().remove().body().toString()).doesNotContain("1234-5678");
  }

  @Test
  void failuresAreInOpenAisWords() throws Exception {
    HttpResponse<String> unknown =
        ask("{\"model\":\"gpt-9\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(code(unknown)).isEqualTo("model_not_found");
    HttpResponse<String> tooLong =
        ask(
            "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + "가".repeat(200_000)
                + "\"}]}");
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(code(tooLong)).isEqualTo("context_length_exceeded");
    assertThat(tooLong.body()).contains("128000 tokens");
    VENDOR.behaves(Script.fails(500));
    assertThat(ask(HELLO.formatted("")).statusCode()).isEqualTo(503);
    VENDOR.behaves(Script.says("a", "b").ends(Ending.CUT, 1));
    String cut = ask(HELLO.formatted(",\"stream\":true")).body();
    assertThat(cut).contains("\"content\":\"a\"").contains("\"error\"").endsWith("[DONE]\n\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"model\":1}",
        "{\"model\":\"../x\",\"messages\":[]}",
        "{\"model\":\"alpha\"}",
        "{\"model\":\"alpha\",\"messages\":[]}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"root\",\"content\":\"x\"}]}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"base_url\":\"http://169.254.169.254\"}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{\"url\":\"http://169.254.169.254/x.png\"}}]}]}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"n\":3}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":9}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":1e999}",
        "{\"model\":\"alpha\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"temperature\":@digits}"
      })
  void oddBodiesAreRefused(String body) throws Exception {
    HttpResponse<String> response = ask(body.replace("@digits", "9".repeat(400)));
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(response.body()).path("error").path("message").isString()).isTrue();
  }

  @Test
  void everyAttemptIsMetered() throws Exception {
    VENDOR.behaves(Script.says("x", "y"));
    ask(HELLO.formatted(""));
    Long rows =
        Platform.superuser()
            .sql(
                "SELECT count(*) FROM metering.usage WHERE model = 'alpha' AND output_tokens = 2"
                    + " AND api_key_id IS NOT NULL AND at > now() - interval '1 minute'")
            .query(Long.class)
            .single();
    assertThat(rows).isPositive();
  }

  @Test
  void oneModelIsToldByItsId() throws Exception {
    assertThat(model("alpha", key).body()).contains("\"id\":\"alpha\"", "\"object\":\"model\"");
    HttpResponse<String> unknown = model("nobody", key);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("\"code\":\"model_not_found\"");
    assertThat(model("alpha", "mdg_wrong").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> model(String id, String with) throws Exception {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(server.url() + "/openai/v1/models/" + id))
            .header("Authorization", "Bearer " + with)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
