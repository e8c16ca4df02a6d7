package app.madang.models.internal.vendor;

import app.madang.models.ModelRequest;
import app.madang.models.ModelRequest.Effort;
import app.madang.models.Tokens;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.jspecify.annotations.Nullable;

/** How one vendor's interface wants things said. */
interface Dialect {

  /** langchain4j's two models of an endpoint. */
  record Pair(ChatModel whole, StreamingChatModel pieces) {}

  /**
   * What langchain4j wants to know when a model is made.
   *
   * @param effort null is the model's own
   * @param strict whether an answer must fit its schema
   */
  record Manner(@Nullable Effort effort, boolean strict) {}

  /** The models for one manner. */
  Pair models(Wire wire, Manner manner);

  /** Our words in langchain4j's. */
  ChatRequest translate(ModelRequest request);

  /**
   * The text of an event that is a piece of text and nothing else; null leaves it to langchain4j.
   */
  default @Nullable String text(byte[] event, int length) {
    return null;
  }

  /** What the vendor wants back with the first call of an answer; null for nothing. */
  default @Nullable String signature(ChatResponse response) {
    return null;
  }

  /** The vendor's counts. */
  Tokens tokens(ChatResponse response);

  /** Puts the key where the vendor looks. */
  void authorize(HttpPost request, String key);
}
