package app.madang.functions.chat;

import app.madang.functions.chat.cache.Shelf;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Kept answers in Valkey under {@code chat:kept:<key>}, and how often one was found under {@code
 * chat:kept:uses:<day>}.
 */
final class ValkeyShelf implements Shelf {

  private static final int DAYS = 30;
  private static final Duration COUNTED = Duration.ofDays(DAYS + 1L);
  private static final long PATIENCE_MILLIS = 500;

  private final Valkey valkey;

  ValkeyShelf(Valkey valkey) {
    this.valkey = valkey;
  }

  @Override
  public Optional<byte[]> get(String key) {
    try {
      return Optional.ofNullable(valkey.connection().sync().get("chat:kept:" + key));
    } catch (RedisException e) {
      return Optional.empty();
    }
  }

  @Override
  public void put(String key, byte[] sealed, Duration kept) {
    try {
      valkey
          .connection()
          .async()
          .set("chat:kept:" + key, sealed, SetArgs.Builder.px(kept.toMillis()));
    } catch (RedisException e) {
      // the next one asks a model again
    }
  }

  @Override
  public void count(boolean hit) {
    try {
      RedisAsyncCommands<String, byte[]> commands = valkey.connection().async();
      String today = day(0);
      commands.hincrby(today, hit ? "hits" : "misses", 1);
      commands.pexpire(today, COUNTED.toMillis());
    } catch (RedisException e) {
      // neither counted nor found
    }
  }

  @Override
  public Optional<Uses> uses() {
    try {
      List<RedisFuture<Map<String, byte[]>>> days = new ArrayList<>();
      RedisAsyncCommands<String, byte[]> commands = valkey.connection().async();
      for (int back = 0; back < DAYS; back++) {
        days.add(commands.hgetall(day(back)));
      }
      if (!LettuceFutures.awaitAll(
          PATIENCE_MILLIS, TimeUnit.MILLISECONDS, days.toArray(RedisFuture[]::new))) {
        return Optional.empty();
      }
      long hits = 0;
      long misses = 0;
      for (RedisFuture<Map<String, byte[]>> day : days) {
        hits += number(day.get().get("hits"));
        misses += number(day.get().get("misses"));
      }
      return Optional.of(new Uses(hits, misses));
    } catch (RedisException | ExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String day(int back) {
    return "chat:kept:uses:" + LocalDate.now(ZoneOffset.UTC).minusDays(back);
  }

  private static long number(byte @org.jspecify.annotations.Nullable [] text) {
    return text == null ? 0 : Long.parseLong(new String(text, StandardCharsets.US_ASCII));
  }
}
