package app.madang.models.internal.vendor;

import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.Tokens;
import app.madang.models.catalogue.EffortStyle;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiTokenUsage;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/**
 * Gemini's {@code generateContent}, at Google AI and at Vertex AI: the same words at other
 * addresses.
 *
 * @param vertex whether a Google access token stands where an API key does
 */
record GeminiDialect(Endpoint endpoint, boolean vertex) implements Dialect {

  @Override
  public Pair models(Wire wire, @Nullable Effort effort) {
    GeminiThinkingConfig thinking = thinking(effort);
    return new Pair(
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .thinkingConfig(thinking)
            .returnThinking(false)
            .maxRetries(0)
            .build(),
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .thinkingConfig(thinking)
            .returnThinking(false)
            .build());
  }

  private GeminiThinkingConfig thinking(@Nullable Effort effort) {
    GeminiThinkingConfig.Builder thinking = GeminiThinkingConfig.builder().includeThoughts(false);
    if (effort != null && endpoint.effort() == EffortStyle.LEVEL) {
      thinking.thinkingLevel(effort.name().toLowerCase(Locale.ROOT));
    } else if (effort != null && endpoint.effort() == EffortStyle.BUDGET) {
      thinking.thinkingBudget(budget(effort));
    }
    return thinking.build();
  }

  private static int budget(Effort effort) {
    return switch (effort) {
      case LOW -> 512;
      case MEDIUM -> 4096;
      case HIGH -> 16_384;
    };
  }

  @Override
  public ChatRequest translate(ModelRequest request) {
    DefaultChatRequestParameters.Builder<?> parameters = DefaultChatRequestParameters.builder();
    Translation.parameters(request, endpoint, parameters);
    return Translation.of(request, parameters.build());
  }

  /** Thoughts are paid as output but counted apart. */
  @Override
  public Tokens tokens(ChatResponse response) {
    if (!(response.tokenUsage() instanceof GoogleAiGeminiTokenUsage usage)
        || usage.inputTokenCount() == null) {
      return Counted.NOTHING;
    }
    return Counted.of(
        usage.inputTokenCount(),
        usage.cachedContentTokenCount(),
        Counted.orZero(usage.outputTokenCount()) + Counted.orZero(usage.thoughtsTokenCount()));
  }

  @Override
  public void authorize(HttpPost request, String key) {
    if (vertex) {
      request.setHeader("Authorization", "Bearer " + key);
    } else {
      request.setHeader("x-goog-api-key", key);
    }
  }
}
