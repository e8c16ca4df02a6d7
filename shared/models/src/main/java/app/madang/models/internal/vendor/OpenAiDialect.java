package app.madang.models.internal.vendor;

import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.ModelRequest.Rarer;
import app.madang.models.Tokens;
import app.madang.models.catalogue.EffortStyle;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import java.util.Locale;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/**
 * OpenAI's chat completions, and the many that speak them.
 *
 * @param compatible whether it is one of those: they know {@code max_tokens} only
 */
record OpenAiDialect(Endpoint endpoint, boolean compatible) implements Dialect {

  @Override
  public Pair models(Wire wire, Manner manner) {
    return new Pair(
        OpenAiChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .strictJsonSchema(manner.strict())
            .maxRetries(0)
            .build(),
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(wire.asBuilder())
            .baseUrl(endpoint.baseUrl())
            .modelName(endpoint.model())
            .apiKey("on-the-wire")
            .strictJsonSchema(manner.strict())
            .build());
  }

  @Override
  public ChatRequest translate(ModelRequest request) {
    OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
    Translation.parameters(request, endpoint, parameters);
    Integer most = request.sampling().maxOutputTokens();
    if (most != null && !compatible) {
      parameters.maxOutputTokens(null);
      parameters.maxCompletionTokens(most);
    }
    Effort effort = request.sampling().effort();
    if (effort != null && endpoint.effort() == EffortStyle.LEVEL) {
      parameters.reasoningEffort(effort.name().toLowerCase(Locale.ROOT));
    }
    rarer(request, parameters);
    return Translation.of(request, parameters.build());
  }

  /** Models that take no temperature refuse these too. */
  private void rarer(ModelRequest request, OpenAiChatRequestParameters.Builder parameters) {
    Rarer rarer = request.sampling().rarer();
    if (!request.tools().isEmpty()) {
      parameters.parallelToolCalls(rarer.parallelCalls());
    }
    if (endpoint.sampling()) {
      parameters.seed(rarer.seed());
      parameters.frequencyPenalty(rarer.frequencyPenalty());
      parameters.presencePenalty(rarer.presencePenalty());
      if (!rarer.logitBias().isEmpty()) {
        parameters.logitBias(rarer.logitBias());
      }
    }
  }

  @Override
  public @Nullable String text(byte[] event, int length) {
    return TextChunk.of(event, length);
  }

  @Override
  public Tokens tokens(ChatResponse response) {
    if (!(response.tokenUsage() instanceof OpenAiTokenUsage usage)
        || usage.inputTokenCount() == null) {
      return Counted.NOTHING;
    }
    var details = usage.inputTokensDetails();
    return Counted.of(
        usage.inputTokenCount(),
        details == null ? null : details.cachedTokens(),
        CacheWrites.of(response),
        usage.outputTokenCount());
  }

  @Override
  public void authorize(HttpPost request, String key) {
    request.setHeader("Authorization", "Bearer " + key);
  }
}
