package app.madang.functions.chat;

import app.madang.functions.chat.openai.RateLimits;
import app.madang.runtime.Settings;
import app.madang.runtime.Transactions;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A token bucket a key in Valkey, and in SQL while Valkey is away: losing it opens nothing. A busy
 * instance takes some tokens at a time, so that most requests ask nobody.
 */
final class KeyBuckets implements RateLimits {

  private static final String SCRIPT =
      """
      local now = redis.call('TIME')
      local t = now[1] + now[2] / 1000000
      local b = redis.call('HMGET', KEYS[1], 'tokens', 'at')
      local rate, cap, want = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
      local tokens = b[1] and math.min(cap, b[1] + (t - b[2]) * rate) or cap
      local granted = math.min(want, math.floor(tokens))
      redis.call('HSET', KEYS[1], 'tokens', tokens - granted, 'at', t)
      redis.call('EXPIRE', KEYS[1], math.ceil(cap / rate) + 1)
      return granted
      """;

  private static final String SQL =
      """
      INSERT INTO chat.rate_buckets AS b (key_id, tokens, at)
      VALUES (:key, CAST(:cap AS float8) - :want, clock_timestamp())
      ON CONFLICT (key_id) DO UPDATE
         SET tokens = least(:cap, b.tokens + extract(epoch FROM clock_timestamp() - b.at) * :rate) - :want,
             at = clock_timestamp()
       WHERE least(:cap, b.tokens + extract(epoch FROM clock_timestamp() - b.at) * :rate) >= :want
      RETURNING key_id
      """;

  /** What an instance took of a bucket and has not used; forgotten after a second. */
  private record Taken(int left, long at) {

    boolean fresh() {
      return left > 0 && System.nanoTime() - at < FORGOTTEN_NANOS;
    }
  }

  private static final long FORGOTTEN_NANOS = 1_000_000_000L;

  private final Map<UUID, Taken> taken = new ConcurrentHashMap<>();
  private final ToIntFunction<UUID> grant;
  private final double perSecond;
  private final int capacity;
  private final int atOnce;

  KeyBuckets(Valkey valkey, Transactions transactions, JdbcClient jdbc) {
    this.grant = key -> grant(key, valkey, transactions, jdbc);
    int perMinute = Settings.integer("API_REQUESTS_PER_MINUTE", 600);
    this.perSecond = perMinute / 60.0;
    this.capacity = Math.max(1, perMinute / 6);
    this.atOnce = Math.max(1, capacity / 20);
  }

  /** Over other buckets. */
  KeyBuckets(ToIntFunction<UUID> grant) {
    this.grant = grant;
    this.perSecond = 1;
    this.capacity = 1;
    this.atOnce = 1;
  }

  @Override
  public int take(UUID key) {
    Taken had = taken.get(key);
    while (had != null && had.fresh()) {
      if (taken.replace(key, had, new Taken(had.left() - 1, had.at()))) {
        return 0;
      }
      had = taken.get(key);
    }
    // asked outside the map, whose locks are other keys' too
    int granted = grant.applyAsInt(key);
    if (granted == 0) {
      if (had != null) {
        taken.remove(key, had);
      }
      return Math.max(1, (int) Math.ceil(1 / perSecond));
    }
    taken.merge(
        key,
        new Taken(granted - 1, System.nanoTime()),
        (old, more) -> old.fresh() ? new Taken(old.left() + more.left(), old.at()) : more);
    return 0;
  }

  private int grant(UUID key, Valkey valkey, Transactions transactions, JdbcClient jdbc) {
    try {
      Long granted =
          valkey
              .connection()
              .sync()
              .eval(
                  SCRIPT,
                  ScriptOutputType.INTEGER,
                  new String[] {"rate:" + key},
                  bytes(perSecond),
                  bytes(capacity),
                  bytes(atOnce));
      return granted.intValue();
    } catch (RedisException e) {
      return transactions
          .call(
              () ->
                  jdbc.sql(SQL)
                      .param("key", key)
                      .param("cap", (double) capacity)
                      .param("want", 1)
                      .param("rate", perSecond)
                      .query(UUID.class)
                      .optional())
          .map(id -> 1)
          .orElse(0);
    }
  }

  private static byte[] bytes(Number number) {
    return number.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
