package app.madang.models.internal.vendor;

import app.madang.models.CallId;
import app.madang.models.ModelMessage.FromModel;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/**
 * Gemini's {@code generateContent}, at Google AI and at Vertex AI: the same words at other
 * addresses.
 *
 * @param vertex whether a Google access token stands where an API key does
 */
record GeminiDialect(Endpoint endpoint, boolean vertex) implements Dialect {

  /** Where langchain4j keeps a thought's signature. */
  private static final String SIGNATURE = "thinking_signature";

  /** Google's word for a call that another vendor's model made. */
  private static final String UNSIGNED = "skip_thought_signature_validator";

  /** Models that do not ask for signatures. */
  private static final Pattern OLDER = Pattern.compile("gemini-[12]");

  @Override
  public Pair models(Wire wire, Manner manner) {
    GeminiThinkingConfig thinking = thinking(manner.effort());
    return new Pair(
        GoogleAiGeminiChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .thinkingConfig(thinking)
            .returnThinking(true)
            .sendThinking(true)
            .maxRetries(0)
            .build(),
        GoogleAiGeminiStreamingChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .thinkingConfig(thinking)
            .returnThinking(true)
            .sendThinking(true)
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
    return Translation.of(request, parameters.build(), this::signed);
  }

  /** Gemini 3 refuses a history whose calls miss what it sent with them. */
  private Map<String, Object> signed(FromModel said) {
    if (said.calls().isEmpty()) {
      return Map.of();
    }
    Optional<String> signature =
        said.calls().stream()
            .map(call -> CallId.parse(call.id()).signature())
            .filter(Objects::nonNull)
            .findFirst();
    if (signature.isEmpty() && OLDER.matcher(endpoint.model()).lookingAt()) {
      return Map.of();
    }
    return Map.of(SIGNATURE, signature.orElse(UNSIGNED));
  }

  @Override
  public @Nullable String signature(ChatResponse response) {
    return response.aiMessage().attribute(SIGNATURE, String.class);
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
