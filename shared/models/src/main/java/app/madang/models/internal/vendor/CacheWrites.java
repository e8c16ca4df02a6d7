package app.madang.models.internal.vendor;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much OpenAI put into its cache, which costs more; langchain4j does not carry the count. */
final class CacheWrites {

  private static final Pattern COUNT = Pattern.compile("\"cache_write_tokens\"\\s*:\\s*(\\d{1,9})");

  private CacheWrites() {}

  static int of(ChatResponse response) {
    if (!(response.metadata() instanceof OpenAiChatResponseMetadata metadata)) {
      return 0;
    }
    if (metadata.rawHttpResponse() != null && metadata.rawHttpResponse().body() != null) {
      return in(metadata.rawHttpResponse().body());
    }
    List<ServerSentEvent> events = metadata.rawServerSentEvents();
    // the counts are in the last event
    for (int i = events == null ? -1 : events.size() - 1; i >= 0; i--) {
      int count = in(events.get(i).data());
      if (count > 0) {
        return count;
      }
    }
    return 0;
  }

  private static int in(@Nullable String json) {
    // the counts stand behind what was said, and what was said cannot hold a bare quote
    int at = json == null ? -1 : json.lastIndexOf("\"cache_write_tokens\"");
    if (json == null || at < 0) {
      return 0;
    }
    Matcher matcher = COUNT.matcher(json).region(at, json.length());
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
