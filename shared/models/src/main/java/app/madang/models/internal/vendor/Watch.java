package app.madang.models.internal.vendor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at all calls several times a second: nothing to arm or disarm for each piece. */
final class Watch {

  private static final long EVERY_NANOS = 100_000_000;
  private static final Set<Call> CALLS = ConcurrentHashMap.newKeySet();
  private static final Thread WATCHER =
      Thread.ofPlatform().name("model-watch").daemon().start(Watch::watch);

  private Watch() {}

  static void add(Call call) {
    boolean first = CALLS.isEmpty();
    CALLS.add(call);
    if (first) {
      LockSupport.unpark(WATCHER);
    }
  }

  static void remove(Call call) {
    CALLS.remove(call);
  }

  private static void watch() {
    while (true) {
      if (CALLS.isEmpty()) {
        LockSupport.park();
      } else {
        LockSupport.parkNanos(EVERY_NANOS);
        long now = System.nanoTime();
        CALLS.forEach(call -> call.check(now));
      }
    }
  }
}
