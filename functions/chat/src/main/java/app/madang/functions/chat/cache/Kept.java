package app.madang.functions.chat.cache;

import java.util.List;
import java.util.UUID;

/**
 * An answer that may be given again.
 *
 * @param model who wrote it
 * @param passages what it was written from, in the order of its numbers
 */
public record Kept(
    String model,
    String text,
    long inputTokens,
    long cachedInputTokens,
    long outputTokens,
    List<UUID> passages) {

  /** Copies the list. */
  public Kept {
    passages = List.copyOf(passages);
  }
}
