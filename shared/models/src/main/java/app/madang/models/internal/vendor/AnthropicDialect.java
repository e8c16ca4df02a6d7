package app.madang.models.internal.vendor;

import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.Tokens;
import app.madang.models.catalogue.EffortStyle;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages. */
record AnthropicDialect(Endpoint endpoint) implements Dialect {

  private static final int DEFAULT_MOST = 4096;

  @Override
  public Pair models(Wire wire, @Nullable Effort effort) {
    return new Pair(
        AnthropicChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .customParameters(level(effort))
            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
            .maxRetries(0)
            .build(),
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .customParameters(level(effort))
            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
            .build());
  }

  @Override
  public ChatRequest translate(ModelRequest request) {
    AnthropicChatRequestParameters.Builder parameters = AnthropicChatRequestParameters.builder();
    Translation.parameters(request, endpoint, parameters);
    Integer asked = request.sampling().maxOutputTokens();
    int most = asked == null ? DEFAULT_MOST : asked;
    parameters.maxOutputTokens(most);
    int thinking = budget(request.sampling().effort());
    // thinking counts towards the limit of output, and takes no temperature
    if (endpoint.effort() == EffortStyle.BUDGET && thinking > 0 && thinking < most) {
      parameters.thinkingType("enabled").thinkingBudgetTokens(thinking);
      parameters.temperature(null);
      parameters.topP(null);
    }
    return Translation.of(request, parameters.build());
  }

  private Map<String, Object> level(@Nullable Effort effort) {
    return effort == null || endpoint.effort() != EffortStyle.LEVEL
        ? Map.of()
        : Map.of("output_config", Map.of("effort", effort.name().toLowerCase(Locale.ROOT)));
  }

  private static int budget(@Nullable Effort effort) {
    return switch (effort) {
      case null -> 0;
      case LOW -> 0;
      case MEDIUM -> 2048;
      case HIGH -> 8192;
    };
  }

  /** Anthropic counts what it wrote to and read from its cache apart. */
  @Override
  public Tokens tokens(ChatResponse response) {
    if (!(response.tokenUsage() instanceof AnthropicTokenUsage usage)
        || usage.inputTokenCount() == null) {
      return Counted.NOTHING;
    }
    int read = Counted.orZero(usage.cacheReadInputTokens());
    int written = Counted.orZero(usage.cacheCreationInputTokens());
    return Counted.of(
        usage.inputTokenCount() + read + written, read, written, usage.outputTokenCount());
  }

  @Override
  public void authorize(HttpPost request, String key) {
    request.setHeader("x-api-key", key);
  }
}
