package app.madang.functions.chat;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Valkey, made when it is first needed; while Valkey is away each call fails at
 * once.
 */
final class Valkey implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMillis(200);

  /** The first connection of a fresh instance loads its classes too. */
  private static final Duration PATIENCE_TO_CONNECT = Duration.ofSeconds(2);

  private static final long REST_NANOS = Duration.ofSeconds(1).toNanos();
  private static final RedisCodec<String, byte[]> CODEC =
      RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

  private final Optional<String> url;
  private @Nullable ClientResources resources;
  private @Nullable RedisClient client;
  private @Nullable StatefulRedisConnection<String, byte[]> connection;
  private long restUntil = System.nanoTime();
  private boolean closed;

  /** Without an address it is always away. */
  Valkey(Optional<String> url) {
    this.url = url;
  }

  /**
   * The connection.
   *
   * @throws RedisException when there is none
   */
  synchronized StatefulRedisConnection<String, byte[]> connection() {
    StatefulRedisConnection<String, byte[]> open = connection;
    if (open != null) {
      return open;
    }
    if (closed || url.isEmpty() || System.nanoTime() - restUntil < 0) {
      throw new RedisException("Valkey is away");
    }
    try {
      open = client(url.get()).connect(CODEC);
      open.setTimeout(PATIENCE);
      connection = open;
      return open;
    } catch (RedisException e) {
      restUntil = System.nanoTime() + REST_NANOS;
      throw e;
    }
  }

  private RedisClient client(String address) {
    RedisClient made = client;
    if (made == null) {
      RedisURI uri = RedisURI.create(address);
      uri.setTimeout(PATIENCE_TO_CONNECT);
      ClientResources threads =
          DefaultClientResources.builder()
              .ioThreadPoolSize(2)
              .computationThreadPoolSize(2)
              .reconnectDelay(Delay.constant(Duration.ofMillis(500)))
              .build();
      made = RedisClient.create(threads, uri);
      made.setOptions(
          ClientOptions.builder()
              .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
              .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
              .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
              .build());
      resources = threads;
      client = made;
    }
    return made;
  }

  @Override
  public synchronized void close() {
    closed = true;
    connection = null;
    if (client != null) {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
    if (resources != null) {
      resources.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }
}
