package app.madang.models.internal.vendor;

import app.madang.models.ModelSink;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands langchain4j's pieces on and keeps how it ended. */
final class Pieces implements StreamingChatResponseHandler {

  private final Call call;
  private final Dialect dialect;
  private final ModelSink sink;
  private final StringBuilder text = new StringBuilder();
  private @Nullable ChatResponse whole;
  private @Nullable Throwable error;
  private final CallIds ids = new CallIds();
  private final List<CompleteToolCall> wholeCalls = new ArrayList<>();
  private int begunCall = -1;

  Pieces(Call call, Dialect dialect, ModelSink sink) {
    this.call = call;
    this.dialect = dialect;
    this.sink = sink;
  }

  @Override
  public void onPartialResponse(String piece) {
    call.sign();
    if (!piece.isEmpty() && wanted()) {
      text.append(piece);
      deliver(() -> sink.text(piece));
    }
  }

  @Override
  public void onPartialThinking(PartialThinking thinking) {
    call.sign();
  }

  @Override
  public void onPartialToolCall(PartialToolCall part) {
    call.sign();
    begunCall = part.index();
    if (wanted()) {
      String id = ids.of(part.index(), part.id(), null);
      deliver(() -> sink.toolCall(part.index(), id, part.name(), part.partialArguments()));
    }
  }

  @Override
  public void onCompleteToolCall(CompleteToolCall complete) {
    call.sign();
    // a vendor that sends calls whole sent no pieces before; its signature is known at the end
    if (begunCall != complete.index()) {
      wholeCalls.add(complete);
    }
  }

  @Override
  public void onUnmappedRawEvent(Object event) {
    call.sign();
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    whole = response;
    String signature = dialect.signature(response);
    for (CompleteToolCall complete : wholeCalls) {
      if (wanted()) {
        var asked = complete.toolExecutionRequest();
        String id = ids.of(complete.index(), asked.id(), signature);
        deliver(() -> sink.toolCall(complete.index(), id, asked.name(), asked.arguments()));
      }
    }
  }

  @Override
  public void onError(Throwable thrown) {
    if (error == null) {
      error = thrown;
    }
  }

  /** All pieces of text so far. */
  String text() {
    return text.toString();
  }

  /** The ids that the sink was told. */
  CallIds ids() {
    return ids;
  }

  @Nullable ChatResponse whole() {
    return whole;
  }

  @Nullable Throwable error() {
    return error;
  }

  private boolean wanted() {
    return error == null && call.broken() == null;
  }

  /** langchain4j swallows what a handler throws, so it is kept here and the call broken off. */
  private void deliver(Runnable piece) {
    try {
      piece.run();
    } catch (RuntimeException | Error e) {
      error = e;
      call.breakOff(
          new app.madang.models.ModelFailure(app.madang.models.ModelFailure.Kind.CANCELLED, e));
    }
  }
}
