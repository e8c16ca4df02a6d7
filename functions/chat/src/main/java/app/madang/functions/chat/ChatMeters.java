package app.madang.functions.chat;

import app.madang.functions.chat.cache.Shelf;
import app.madang.functions.chat.openai.RateLimits;
import app.madang.runtime.telemetry.Telemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import java.time.Duration;
import java.util.Optional;

/**
 * What of chat is measured besides its models: answers given again, and keys that ask too often.
 */
final class ChatMeters {

  private static final AttributeKey<String> RESULT = AttributeKey.stringKey("madang.cache.result");
  private static final Attributes HIT = Attributes.of(RESULT, "hit");
  private static final Attributes MISS = Attributes.of(RESULT, "miss");

  private final LongCounter answers;
  private final LongCounter refusals;

  ChatMeters(Telemetry telemetry) {
    answers =
        telemetry.meter().counterBuilder("madang.cache.answers").setUnit("{question}").build();
    refusals =
        telemetry.meter().counterBuilder("madang.ratelimit.refusals").setUnit("{request}").build();
  }

  /** The same limits, with who they hold back counted. */
  RateLimits counted(RateLimits limits) {
    return key -> {
      int wait = limits.take(key);
      if (wait > 0) {
        refusals.add(1);
      }
      return wait;
    };
  }

  /** The same shelf, with what is found on it counted. */
  Shelf counted(Shelf shelf) {
    return new CountedShelf(shelf);
  }

  private final class CountedShelf implements Shelf {

    private final Shelf shelf;

    private CountedShelf(Shelf shelf) {
      this.shelf = shelf;
    }

    @Override
    public Optional<byte[]> get(String key) {
      return shelf.get(key);
    }

    @Override
    public void put(String key, byte[] value, Duration kept) {
      shelf.put(key, value, kept);
    }

    @Override
    public Optional<Uses> uses() {
      return shelf.uses();
    }

    @Override
    public void count(boolean hit) {
      answers.add(1, hit ? HIT : MISS);
      shelf.count(hit);
    }
  }
}
