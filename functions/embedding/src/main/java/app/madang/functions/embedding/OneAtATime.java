package app.madang.functions.embedding;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread at a time work on a document: a redelivery waits and finds the work done. */
final class OneAtATime {

  private final ConcurrentMap<UUID, Turn> turns = new ConcurrentHashMap<>();

  void run(UUID id, Runnable work) {
    Turn turn =
        turns.compute(
            id, (_, known) -> known == null ? new Turn(1) : known.with(known.waiting + 1));
    turn.lock.lock();
    try {
      work.run();
    } finally {
      turn.lock.unlock();
      turns.computeIfPresent(
          id, (_, known) -> known.waiting == 1 ? null : known.with(known.waiting - 1));
    }
  }

  /** A lock and how many hold or want it. */
  private record Turn(ReentrantLock lock, int waiting) {
    Turn(int waiting) {
      this(new ReentrantLock(), waiting);
    }

    Turn with(int waiting) {
      return new Turn(lock, waiting);
    }
  }
}
