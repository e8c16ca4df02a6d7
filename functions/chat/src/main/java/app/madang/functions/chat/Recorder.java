package app.madang.functions.chat;

import app.madang.runtime.ServerEvent;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies an answer's events to Valkey as they come; while Valkey is away it waits and catches up.
 */
final class Recorder {

  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
  private static final Duration GIVES_UP_AFTER = Duration.ofSeconds(30);
  private static final long REST_MILLIS = 1_000;

  /** What comes within this time goes together. */
  private static final long GATHERING_MILLIS = 20;

  private final LiveAnswer live;
  private final StreamStore store;

  Recorder(LiveAnswer live, StreamStore store) {
    this.live = live;
    this.store = store;
  }

  /** Returns when the end is copied, or cannot be. */
  void run() {
    long last = 0;
    long endedAt = 0;
    try {
      while (true) {
        List<ServerEvent> events = live.after(last);
        if (events.isEmpty()) {
          continue;
        }
        try {
          store.append(live.id(), live.owner(), events);
          last = events.getLast().id();
          if (AnswerEvent.ends(events.getLast().event())) {
            return;
          }
          Thread.sleep(GATHERING_MILLIS);
        } catch (RedisException e) {
          endedAt = live.isEnded() && endedAt == 0 ? System.nanoTime() : endedAt;
          if (endedAt != 0 && System.nanoTime() - endedAt > GIVES_UP_AFTER.toNanos()) {
            LOG.warn("Answer {} cannot be resumed: {}", live.id(), e.getMessage());
            return;
          }
          Thread.sleep(REST_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
