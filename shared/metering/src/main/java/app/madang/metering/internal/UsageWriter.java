package app.madang.metering.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Group commit: who finds nobody writing writes at once, with what waits; what comes meanwhile
 * waits for the next batch, which a thread of its own writes. Nobody waits for a batch to fill.
 */
final class UsageWriter implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(UsageWriter.class);
  private static final int MOST = 256;
  private static final long[] PAUSES = {50, 200, 1_000, 3_000};

  private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
  private final ReentrantLock writing = new ReentrantLock();
  private final Consumer<List<Entry>> database;
  private volatile boolean closing;
  private @Nullable Thread thread;

  /** A writer to something that takes a batch whole or not at all. */
  UsageWriter(Consumer<List<Entry>> database) {
    this.database = database;
  }

  /** Returns when the entries are committed; throws when they cannot be. */
  void write(List<Entry> entries) {
    start();
    if (mayWrite() && writing.tryLock()) {
      try {
        List<Entry> batch = new ArrayList<>(entries);
        queue.drainTo(batch, Math.max(0, MOST - batch.size()));
        commit(batch);
      } finally {
        writing.unlock();
      }
    } else {
      queue.addAll(entries);
    }
    try {
      entries.forEach(entry -> entry.committed().join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** An interrupt, by which answers are stopped, breaks a virtual thread's connection. */
  private static boolean mayWrite() {
    Thread caller = Thread.currentThread();
    return !caller.isVirtual()
        && !caller.isInterrupted()
        && !TransactionSynchronizationManager.isActualTransactionActive();
  }

  private synchronized void start() {
    if (closing) {
      throw new IllegalStateException("the usage log is closed");
    }
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("metering-usage").start(this::run);
    }
  }

  private void run() {
    List<Entry> batch = new ArrayList<>();
    while (!closing || !queue.isEmpty()) {
      try {
        Entry first = queue.poll(1, TimeUnit.MINUTES);
        if (first != null) {
          batch.add(first);
          writing.lock();
          try {
            queue.drainTo(batch, MOST - 1);
            commit(batch);
          } finally {
            writing.unlock();
          }
        }
      } catch (InterruptedException e) {
        closing = true;
      }
      batch.clear();
    }
  }

  /** Tries again, which is harmless: a row that is there already is not charged again. */
  private void commit(List<Entry> batch) {
    for (int attempt = 0; ; attempt++) {
      try {
        database.accept(batch);
        batch.forEach(entry -> entry.committed().complete(null));
        return;
      } catch (DataIntegrityViolationException e) {
        if (batch.size() > 1) {
          // the database refuses one of them, which must not hold up the others
          batch.forEach(entry -> commit(List.of(entry)));
        } else {
          refused(batch.getFirst(), e);
        }
        return;
      } catch (RuntimeException e) {
        if (attempt == PAUSES.length || closing && attempt > 0) {
          giveUp(batch, e);
          return;
        }
        LOG.warn("{} usage entries are not written yet: {}", batch.size(), e.toString());
        pause(PAUSES[attempt]);
      }
    }
  }

  /** What is written already was written whole: an entry's events and charges commit together. */
  private static void refused(Entry entry, DataIntegrityViolationException error) {
    if (error instanceof DuplicateKeyException) {
      entry.committed().complete(null);
    } else {
      giveUp(List.of(entry), error);
    }
  }

  private static void giveUp(List<Entry> batch, RuntimeException error) {
    LOG.error(
        "{} usage entries were not written; what they reserved stays charged", batch.size(), error);
    batch.forEach(entry -> entry.committed().completeExceptionally(error));
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closing = true;
      running = thread;
    }
    if (running != null) {
      try {
        if (queue.isEmpty()) {
          running.interrupt();
        }
        running.join(TimeUnit.SECONDS.toMillis(8));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
