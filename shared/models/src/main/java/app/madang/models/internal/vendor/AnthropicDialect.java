package app.madang.models.internal.vendor;

import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.SystemText;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.ModelRequest.Format;
import app.madang.models.ModelRequest.ToolChoice;
import app.madang.models.Tokens;
import app.madang.models.catalogue.EffortStyle;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicChatRequestParameters;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.Capability;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/** Anthropic's messages. */
record AnthropicDialect(Endpoint endpoint) implements Dialect {

  private static final int DEFAULT_MOST = 4096;

  @Override
  public Pair models(Wire wire, Manner manner) {
    return new Pair(
        AnthropicChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .customParameters(level(manner.effort()))
            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
            .maxRetries(0)
            .build(),
        AnthropicStreamingChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .customParameters(level(manner.effort()))
            .supportedCapabilities(Capability.RESPONSE_FORMAT_JSON_SCHEMA)
            .build());
  }

  /** Claude writes JSON by a schema; without one it has to be told. */
  private static final SystemText JSON =
      new SystemText(
          "Answer with one JSON object and nothing else: no words around it, no code fence.");

  @Override
  public ChatRequest translate(ModelRequest given) {
    ModelRequest request = given.format().kind() == Format.Kind.JSON ? told(given) : given;
    AnthropicChatRequestParameters.Builder parameters = AnthropicChatRequestParameters.builder();
    Translation.parameters(request, endpoint, parameters);
    Integer asked = request.sampling().maxOutputTokens();
    int most = asked == null ? DEFAULT_MOST : asked;
    parameters.maxOutputTokens(most);
    int thinking = budget(request.sampling().effort());
    // thinking counts towards the limit of output, and takes no temperature
    if (endpoint.effort() == EffortStyle.BUDGET
        && thinking > 0
        && thinking < most
        && mayThink(request)) {
      parameters.thinkingType("enabled").thinkingBudgetTokens(thinking);
      parameters.temperature(null);
      parameters.topP(null);
    }
    if (!request.tools().isEmpty()
        && Boolean.FALSE.equals(request.sampling().rarer().parallelCalls())) {
      parameters.disableParallelToolUse(true);
    }
    return Translation.of(request, parameters.build());
  }

  /** Who thinks cannot be made to call, and must show the thoughts of calls before. */
  private static boolean mayThink(ModelRequest request) {
    boolean forced = !request.tools().isEmpty() && request.toolChoice() == ToolChoice.REQUIRED;
    return !forced && request.messages().stream().noneMatch(ToolResult.class::isInstance);
  }

  private static ModelRequest told(ModelRequest request) {
    List<ModelMessage> messages = new ArrayList<>(request.messages());
    int at = 0;
    while (at < messages.size() && messages.get(at) instanceof SystemText) {
      at++;
    }
    messages.add(at, JSON);
    return new ModelRequest(
        messages, request.tools(), request.toolChoice(), Format.text(), request.sampling());
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
