package app.madang.models.internal.vendor;

import app.madang.models.Completion;
import app.madang.models.Completion.Finish;
import app.madang.models.ModelClient;
import app.madang.models.ModelFailure;
import app.madang.models.ModelFailure.Kind;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelRequest;
import app.madang.models.ModelSink;
import app.madang.models.Patience;
import app.madang.models.Tokens;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A vendor's model through langchain4j, called as we call. */
final class VendorClient implements ModelClient {

  private final Wire wire;
  private final Dialect dialect;
  private final Map<Dialect.Manner, Dialect.Pair> models = new ConcurrentHashMap<>();

  VendorClient(Wire wire, Dialect dialect) {
    this.wire = wire;
    this.dialect = dialect;
  }

  private Dialect.Pair models(ModelRequest request) {
    return models.computeIfAbsent(
        new Dialect.Manner(request.sampling().effort(), request.format().strict()),
        manner -> dialect.models(wire, manner));
  }

  @Override
  public Completion stream(ModelRequest request, ModelSink sink, Patience patience) {
    ChatRequest asked = translated(request);
    return Call.run(
        patience,
        sink::cancelled,
        call -> {
          Pieces taken = new Pieces(call, dialect, sink);
          call.shortens(
              (event, length) -> {
                String text = dialect.text(event, length);
                if (text != null) {
                  taken.onPartialResponse(text);
                }
                return text != null;
              });
          try {
            models(request).pieces().chat(asked, taken);
          } catch (RuntimeException e) {
            taken.onError(e);
          }
          return finished(call, taken, sink);
        });
  }

  private Completion finished(Call call, Pieces taken, ModelSink sink) {
    ModelFailure broken = call.broken();
    if (broken != null) {
      throw broken;
    }
    Throwable error = taken.error();
    if (error != null) {
      // who stops an answer interrupts its thread, which breaks the socket
      if (sink.cancelled()) {
        throw new ModelFailure(Kind.CANCELLED, null);
      }
      throw VendorError.of(error, call.spoke());
    }
    ChatResponse response = taken.whole();
    if (response == null) {
      throw new ModelFailure(Kind.CUT, null);
    }
    return completion(response, taken.text(), taken.ids());
  }

  @Override
  public Completion call(ModelRequest request, Patience patience, BooleanSupplier cancelled) {
    ChatRequest asked = translated(request);
    Thread caller = Thread.currentThread();
    return Call.run(
        new Patience(patience.atOnce(), patience.atOnce(), patience.atOnce()),
        () -> cancelled.getAsBoolean() || caller.isInterrupted(),
        call -> {
          try {
            ChatResponse response = models(request).whole().chat(asked);
            return completion(response, response.aiMessage().text(), new CallIds());
          } catch (RuntimeException e) {
            ModelFailure broken = call.broken();
            throw broken != null ? broken : VendorError.of(e, false);
          }
        });
  }

  private ChatRequest translated(ModelRequest request) {
    try {
      return dialect.translate(request);
    } catch (RuntimeException e) {
      throw new ModelFailure(Kind.INVALID, e);
    }
  }

  private Completion completion(ChatResponse response, @Nullable String text, CallIds ids) {
    FinishReason reason = response.finishReason();
    if (reason == null) {
      throw new ModelFailure(Kind.CUT, null);
    }
    // langchain4j knows Anthropic's "refusal" as OTHER
    if (reason == FinishReason.CONTENT_FILTER || reason == FinishReason.OTHER) {
      throw new ModelFailure(Kind.CONTENT_REFUSED, null);
    }
    List<ToolCall> calls =
        ids.of(response.aiMessage().toolExecutionRequests(), dialect.signature(response));
    Tokens tokens = dialect.tokens(response);
    return new Completion(text == null ? "" : text, calls, finish(reason, calls), tokens);
  }

  private static Finish finish(FinishReason reason, List<ToolCall> calls) {
    if (!calls.isEmpty()) {
      return Finish.TOOL_CALLS;
    }
    return reason == FinishReason.LENGTH ? Finish.LENGTH : Finish.STOP;
  }
}
