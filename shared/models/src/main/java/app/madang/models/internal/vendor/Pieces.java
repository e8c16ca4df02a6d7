package app.madang.models.internal.vendor;

import app.madang.models.ModelSink;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.CompleteToolCall;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import org.jspecify.annotations.Nullable;

/** Hands langchain4j's pieces on and keeps how it ended. */
final class Pieces implements StreamingChatResponseHandler {

  private final Call call;
  private final ModelSink sink;
  private final StringBuilder text = new StringBuilder();
  private @Nullable ChatResponse whole;
  private @Nullable Throwable error;
  private int begunCall = -1;

  Pieces(Call call, ModelSink sink) {
    this.call = call;
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
      deliver(() -> sink.toolCall(part.index(), part.id(), part.name(), part.partialArguments()));
    }
  }

  @Override
  public void onCompleteToolCall(CompleteToolCall complete) {
    call.sign();
    // a vendor that sends calls whole sent no pieces before
    if (begunCall != complete.index() && wanted()) {
      var asked = complete.toolExecutionRequest();
      deliver(() -> sink.toolCall(complete.index(), asked.id(), asked.name(), asked.arguments()));
    }
  }

  @Override
  public void onUnmappedRawEvent(Object event) {
    call.sign();
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    whole = response;
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
