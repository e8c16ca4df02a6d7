package app.madang.functions.chat;

import io.lettuce.core.RedisException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Watches an answer while it is written: stops it when another instance was asked to, when nobody
 * reads it any more, when it takes too long or when the person may no longer read what it rests on;
 * keeps its text so far.
 */
final class Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final Generation generation;
  private final LiveAnswer live;
  private final Generations.Parts parts;
  private final StreamRules rules;
  private final long started = System.nanoTime();
  private long keptAt = started;
  private long readElsewhereAt = started;
  private long rightsAt = started;

  Watch(Generation generation, LiveAnswer live, Generations.Parts parts) {
    this.generation = generation;
    this.live = live;
    this.parts = parts;
    this.rules = parts.rules();
  }

  void run() {
    try {
      while (!live.awaitEnd(rules.look())) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      StreamStore.Wishes wishes = parts.store().wishes(live.id());
      if (wishes.stop()) {
        generation.end(AnswerStatus.STOPPED);
      }
      if (wishes.read()) {
        readElsewhereAt = System.nanoTime();
      }
    } catch (RedisException e) {
      // nobody elsewhere can ask while Valkey is away
    }
    boolean alone =
        live.lonelyFor().compareTo(rules.alone()) > 0
            && since(readElsewhereAt).compareTo(rules.alone()) > 0;
    if (alone || since(started).compareTo(rules.longest()) > 0) {
      generation.end(AnswerStatus.INTERRUPTED);
    }
    if (!live.isClosed() && since(rightsAt).compareTo(rules.rights()) > 0) {
      rightsAt = System.nanoTime();
      checkRights();
    }
    if (!live.isClosed() && since(keptAt).compareTo(rules.save()) > 0) {
      keep();
    }
  }

  /** What was taken from a person is not told on. */
  private void checkRights() {
    try {
      if (!generation.mayGoOn()) {
        generation.endForRights();
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("The rights for answer {} are not known: {}", live.id(), e.getMessage());
    }
  }

  private void keep() {
    keptAt = System.nanoTime();
    try {
      if (!parts.saved().keep(live.id(), live.text())) {
        generation.end(AnswerStatus.STOPPED);
      }
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("Answer {} is not kept yet: {}", live.id(), e.getMessage());
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
