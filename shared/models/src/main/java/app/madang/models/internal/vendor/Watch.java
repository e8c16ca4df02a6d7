package app.madang.models.internal.vendor;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Looks at all calls several times a second: nothing to arm or disarm for each piece. */
final class Watch {

  private static final long EVERY_NANOS = 100_000_000;

  /** It goes on for half a minute without calls: to wake it costs the call that does. */
  private static final int IDLE_LOOKS = 300;

  private static final Set<Call> CALLS = ConcurrentHashMap.newKeySet();
  private static volatile boolean asleep;
  private static final Thread WATCHER =
      Thread.ofPlatform().name("model-watch").daemon().start(Watch::watch);

  private Watch() {}

  static void add(Call call) {
    CALLS.add(call);
    if (asleep) {
      LockSupport.unpark(WATCHER);
    }
  }

  static void remove(Call call) {
    CALLS.remove(call);
  }

  private static void watch() {
    int idle = 0;
    while (true) {
      if (CALLS.isEmpty() && ++idle > IDLE_LOOKS) {
        sleep();
        idle = 0;
      }
      LockSupport.parkNanos(EVERY_NANOS);
      if (!CALLS.isEmpty()) {
        idle = 0;
        long now = System.nanoTime();
        CALLS.forEach(call -> call.check(now));
      }
    }
  }

  /** Who adds a call sees that it is asleep, or it sees the call. */
  private static void sleep() {
    asleep = true;
    while (CALLS.isEmpty()) {
      LockSupport.park();
    }
    asleep = false;
  }
}
