package app.madang.functions.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.testing.FunctionServer;
import app.madang.testing.vendors.Script;
import app.madang.testing.vendors.VendorStandIn;
import app.madang.testing.vendors.WireDialect;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** langchain4j's own client of OpenAI, unchanged but for the address. */
class LangChainIT {

  private static final VendorStandIn VENDOR = new VendorStandIn();
  private static String url;
  private static String key;

  @BeforeAll
  static void start() {
    FunctionServer server =
        Platform.serve(
            Map.of(
                "OPENAI_BASE_URL", VENDOR.baseUrl(WireDialect.OPENAI),
                "OPENAI_API_KEY", "sk-vendor",
                "OPENAI_MODELS", "alpha",
                "OPENAI_EMBEDDINGS", "vectors",
                "API_REQUESTS_PER_MINUTE", "6000"));
    url = server.url() + "/openai/v1";
    key = ProgrammerKeys.of("chainer");
  }

  @AfterAll
  static void stop() {
    Platform.STACK.environment("chat", Map.of());
    VENDOR.close();
  }

  @BeforeEach
  void forget() {
    VENDOR.received().clear();
  }

  private static OpenAiChatModel model(String name, String with) {
    return OpenAiChatModel.builder()
        .baseUrl(url)
        .apiKey(with)
        .modelName(name)
        .strictJsonSchema(true)
        .maxRetries(0)
        .build();
  }

  @Test
  void itAsksAndCounts() {
    VENDOR.behaves(Script.says("안녕", "하세요"));
    ChatResponse response = model("alpha", key).chat(UserMessage.from("안녕"));
    assertThat(response.aiMessage().text()).isEqualTo("안녕하세요");
    assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(Script.INPUT_TOKENS);
    assertThat(response.tokenUsage().outputTokenCount()).isEqualTo(2);
  }

  @Test
  void itStreams() throws Exception {
    VENDOR.behaves(Script.says("하나 ", "둘 ", "셋"));
    StringBuilder heard = new StringBuilder();
    CompletableFuture<ChatResponse> whole = new CompletableFuture<>();
    OpenAiStreamingChatModel.builder()
        .baseUrl(url)
        .apiKey(key)
        .modelName("alpha")
        .build()
        .chat(
            "세어 봐",
            new StreamingChatResponseHandler() {
              @Override
              public void onPartialResponse(String partialResponse) {
                heard.append(partialResponse);
              }

              @Override
              public void onCompleteResponse(ChatResponse completeResponse) {
                whole.complete(completeResponse);
              }

              @Override
              public void onError(Throwable error) {
                whole.completeExceptionally(error);
              }
            });
    assertThat(whole.get(20, TimeUnit.SECONDS).aiMessage().text()).isEqualTo("하나 둘 셋");
    assertThat(heard).hasToString("하나 둘 셋");
    assertThat(whole.get().tokenUsage().outputTokenCount()).isEqualTo(3);
  }

  @Test
  void itCallsTools() {
    VENDOR.behaves(Script.calls("lookup", "{\"q\":\"연차\"}"));
    ToolSpecification lookup =
        ToolSpecification.builder()
            .name("lookup")
            .parameters(JsonObjectSchema.builder().addStringProperty("q").required("q").build())
            .build();
    ChatResponse response =
        model("alpha", key)
            .chat(
                ChatRequest.builder()
                    .messages(UserMessage.from("연차는?"))
                    .toolSpecifications(lookup)
                    .build());
    assertThat(response.aiMessage().toolExecutionRequests()).hasSize(1);
    assertThat(response.aiMessage().toolExecutionRequests().getFirst().arguments())
        .isEqualTo("{\"q\":\"연차\"}");
  }

  @Test
  void itAsksForJsonByASchema() {
    VENDOR.behaves(Script.says("{\"days\":15}"));
    JsonSchema schema =
        JsonSchema.builder()
            .name("leave")
            .rootElement(
                JsonObjectSchema.builder().addIntegerProperty("days").required("days").build())
            .build();
    ChatResponse response =
        model("alpha", key)
            .chat(
                ChatRequest.builder()
                    .messages(UserMessage.from("연차는?"))
                    .responseFormat(
                        ResponseFormat.builder()
                            .type(ResponseFormatType.JSON)
                            .jsonSchema(schema)
                            .build())
                    .build());
    assertThat(response.aiMessage().text()).isEqualTo("{\"days\":15}");
    assertThat(
            VENDOR.received().remove().body().at("/response_format/json_schema/schema").toString())
        .contains("days");
  }

  @Test
  void itEmbeds() {
    VENDOR.behaves(Script.says("ok"));
    var response =
        OpenAiEmbeddingModel.builder()
            .baseUrl(url)
            .apiKey(key)
            .modelName("vectors")
            .dimensions(4)
            .maxRetries(0)
            .build()
            .embedAll(List.of(TextSegment.from("가"), TextSegment.from("나다라")));
    assertThat(response.content()).hasSize(2).allMatch(vector -> vector.dimension() == 4);
    assertThat(response.tokenUsage().inputTokenCount()).isEqualTo(6);
  }

  @Test
  void itUnderstandsOurErrors() {
    assertThatThrownBy(() -> model("gpt-9", key).chat("안녕"))
        .isInstanceOf(ModelNotFoundException.class);
    assertThatThrownBy(() -> model("alpha", "mdg_wrong").chat("안녕"))
        .isInstanceOf(AuthenticationException.class);
  }
}
