package app.madang.functions.chat;

import app.madang.runtime.Caller;
import app.madang.runtime.Sealer;
import app.madang.runtime.ServerEvent;
import io.lettuce.core.KeyValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAddArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The events of answers in Valkey, for every instance: {@code chat:answer:<id>:events} holds them
 * sealed to their owner, {@code :stop} asks the writer to stop, {@code :reader} says that somebody
 * reads elsewhere.
 */
final class StreamStore {

  private static final String FIELD = "e";
  private static final int BATCH = 200;
  private static final long PATIENCE_MILLIS = 200;
  private static final Duration READER_SEEN = Duration.ofSeconds(5);
  private static final byte[] SET = {1};

  private final Valkey valkey;
  private final Sealer sealer;
  private final JsonMapper json;
  private final Duration kept;

  StreamStore(Valkey valkey, Sealer sealer, JsonMapper json, Duration kept) {
    this.valkey = valkey;
    this.sealer = sealer;
    this.json = json;
    this.kept = kept;
  }

  /** What others want of a writer. */
  record Wishes(boolean stop, boolean read) {}

  /** An event's kind and data as they are sealed. */
  record Stored(String event, JsonNode data) {}

  /**
   * Adds events; those that are there already stay as they are.
   *
   * @throws RedisException when not all of them are known to be kept
   */
  void append(UUID answer, Caller owner, List<ServerEvent> events) {
    RedisAsyncCommands<String, byte[]> commands = valkey.connection().async();
    String key = key(answer, "events");
    List<RedisFuture<?>> sent = new ArrayList<>();
    for (ServerEvent event : events) {
      byte[] plain =
          json.writeValueAsBytes(new Stored(event.event(), json.valueToTree(event.data())));
      sent.add(
          commands.xadd(
              key,
              new XAddArgs().id(event.id() + "-0"),
              Map.of(FIELD, sealer.seal(plain, context(answer, owner)))));
    }
    sent.add(commands.pexpire(key, kept.toMillis()));
    for (RedisFuture<?> future : sent) {
      try {
        LettuceFutures.awaitOrCancel(future, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (RedisCommandExecutionException e) {
        if (!String.valueOf(e.getMessage()).contains("equal or smaller")) {
          throw e;
        }
      }
    }
  }

  /** The next events after a number, in order; none when there are none yet. */
  List<ServerEvent> after(UUID answer, Caller owner, long number) {
    Range<String> later =
        Range.from(Range.Boundary.excluding(number + "-0"), Range.Boundary.unbounded());
    List<ServerEvent> events = new ArrayList<>();
    for (StreamMessage<String, byte[]> message : range(answer, later)) {
      long id = Long.parseLong(message.getId().substring(0, message.getId().indexOf('-')));
      byte[] sealed = message.getBody().get(FIELD);
      if (id != number + events.size() + 1 || sealed == null) {
        break;
      }
      Stored stored = json.readValue(sealer.open(sealed, context(answer, owner)), Stored.class);
      events.add(new ServerEvent(id, stored.event(), stored.data()));
    }
    return events;
  }

  private List<StreamMessage<String, byte[]>> range(UUID answer, Range<String> later) {
    String key = key(answer, "events");
    try {
      return valkey.connection().sync().xrange(key, later, Limit.from(BATCH));
    } catch (RedisCommandTimeoutException e) {
      // a fresh instance may need longer for its first command than Valkey does
      return valkey.connection().sync().xrange(key, later, Limit.from(BATCH));
    }
  }

  /** Asks the writer, wherever it is, to stop. */
  void askToStop(UUID answer) {
    valkey.connection().sync().set(key(answer, "stop"), SET, SetArgs.Builder.px(kept.toMillis()));
  }

  /** Tells the writer that somebody reads here. */
  void sayThatSomebodyReads(UUID answer) {
    valkey
        .connection()
        .sync()
        .set(key(answer, "reader"), SET, SetArgs.Builder.px(READER_SEEN.toMillis()));
  }

  /** What others want of the writer. */
  Wishes wishes(UUID answer) {
    List<KeyValue<String, byte[]>> found =
        valkey.connection().sync().mget(key(answer, "stop"), key(answer, "reader"));
    return new Wishes(found.get(0).hasValue(), found.get(1).hasValue());
  }

  private static String key(UUID answer, String what) {
    return "chat:answer:" + answer + ":" + what;
  }

  private static String context(UUID answer, Caller owner) {
    return "chat:answer:" + owner.id() + ":" + answer;
  }
}
