package app.madang.metering.internal;

import app.madang.metering.internal.LeaseSql.Answer;
import app.madang.metering.internal.LeaseSql.Recalled;
import app.madang.metering.internal.Return.Unused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The leased money that this instance holds in memory. Each method is short and asks nobody; only
 * {@link Leaser} calls the database.
 */
final class Pools {

  /** A lease that was not confirmed for so long might have been given up for dead. */
  private static final Duration TRUST = Duration.ofSeconds(60);

  /** A pool that runs dry within this time asks for twice as much. */
  private static final Duration BUSY = Duration.ofSeconds(2);

  private static final Duration IDLE = Duration.ofSeconds(5);

  /** A refund this late still has to find out that a cap was near. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private static final int FIRST_AHEAD = 16;
  private static final int MOST_AHEAD = 1024;

  private final Map<AccountKey, Pool> pools = new HashMap<>();
  private UUID instance = UUID.randomUUID();
  private long bookVersion = -1;
  private long confirmedAt = System.nanoTime();
  private long confirmedMillis;
  private int open;

  synchronized UUID instance() {
    return instance;
  }

  /** The database has just confirmed this instance's leases; the moments are of the question. */
  synchronized void confirmed(long nanos, long millis) {
    confirmedAt = nanos;
    confirmedMillis = millis;
  }

  /** Whether nothing can have happened to the leases; a machine that slept knows by the clock. */
  synchronized boolean trusted() {
    return System.nanoTime() - confirmedAt < TRUST.toNanos()
        && System.currentTimeMillis() - confirmedMillis < TRUST.toMillis();
  }

  /** Whether there is anything to keep alive. */
  synchronized boolean holding() {
    return open > 0 || pools.values().stream().anyMatch(pool -> pool.unused > 0);
  }

  /** Draws from memory; null when that does not suffice. */
  synchronized @Nullable UUID draw(List<AccountKey> levels, long amount, long version) {
    if (version != bookVersion || !trusted()) {
      return null;
    }
    return drawTrusted(levels, amount) ? instance : null;
  }

  private boolean drawTrusted(List<AccountKey> levels, long amount) {
    for (AccountKey level : levels) {
      Pool pool = pools.get(level);
      if (pool == null || pool.unused < amount) {
        return false;
      }
    }
    long now = System.nanoTime();
    for (AccountKey level : levels) {
      Pool pool = pool(level);
      pool.unused -= amount;
      pool.drawnAt = now;
    }
    open++;
    return true;
  }

  /** Serves, first come first served, whom memory can serve; holds what there is for the others. */
  synchronized Shortage draw(List<Want> wants) {
    Shortage shortage = new Shortage();
    for (Want want : wants) {
      if (drawTrusted(want.levels(), want.amount())) {
        want.granted().complete(instance);
      } else {
        shortage.add(
            want,
            want.levels().stream().mapToLong(level -> pool(level).take(want.amount())).toArray());
      }
    }
    long now = System.nanoTime();
    int number = 0;
    for (AccountKey key : shortage.accounts()) {
      number++;
      shortage.ahead().add(wish(pool(key), shortage.total(number), now));
    }
    return shortage;
  }

  private static long wish(Pool pool, long need, long now) {
    boolean busy = pool.ahead > 0 && now - pool.leasedAt < BUSY.toNanos();
    long least = Math.multiplyExact(need, FIRST_AHEAD);
    pool.ahead = busy ? Math.min(2 * Math.max(pool.ahead, least), need * MOST_AHEAD) : least;
    pool.leasedAt = now;
    return pool.ahead;
  }

  /** Nothing came of it: what was held is free again. */
  synchronized void putBack(Shortage shortage) {
    for (int n = 0; n < shortage.wants().size(); n++) {
      putBack(shortage.wants().get(n), shortage.held().get(n));
    }
  }

  private void putBack(Want want, long[] held) {
    for (int level = 0; level < held.length; level++) {
      pool(want.levels().get(level)).unused += held[level];
    }
  }

  /** Takes what was leased in, and gives the requests that got it their money. */
  synchronized void receive(Shortage shortage, Answer answer) {
    List<AccountKey> accounts = shortage.accounts();
    long[] extra = new long[accounts.size()];
    for (int n = 0; n < extra.length; n++) {
      extra[n] = answer.granted()[n];
      pool(accounts.get(n)).exact = answer.exact()[n];
    }
    for (int n = 0; n < shortage.requests().size(); n++) {
      if (answer.failing()[shortage.requests().get(n) - 1] == 0) {
        extra[shortage.accountNumbers().get(n) - 1] -= shortage.needs().get(n);
      }
    }
    for (int n = 0; n < extra.length; n++) {
      pool(accounts.get(n)).unused += extra[n];
    }
    long now = System.nanoTime();
    for (int n = 0; n < shortage.wants().size(); n++) {
      Want want = shortage.wants().get(n);
      if (answer.failing()[n] == 0) {
        open++;
        want.levels().forEach(level -> pool(level).drawnAt = now);
        want.granted().complete(instance);
      } else {
        putBack(want, shortage.held().get(n));
      }
    }
  }

  /** What lies unused in an account here. */
  synchronized long unused(AccountKey key) {
    return pool(key).unused;
  }

  /** A reservation was settled; its money left with its row. */
  synchronized void settled() {
    open--;
  }

  /** A reservation was refunded; gives what must go back to the database at once. */
  synchronized List<Unused> refund(UUID reservedBy, List<AccountKey> levels, long amount) {
    open--;
    List<Unused> back = new ArrayList<>();
    for (AccountKey level : levels) {
      Pool pool = pool(level);
      if (pool.exact || !reservedBy.equals(instance)) {
        back.add(new Unused(level, amount, 0));
      } else {
        pool.unused += amount;
      }
    }
    return back;
  }

  /** Takes what was called back out, and keeps nothing unused there from now on. */
  synchronized List<Unused> answer(List<Recalled> recalled) {
    List<Unused> back = new ArrayList<>();
    for (Recalled recall : recalled) {
      Pool pool = pool(recall.key());
      pool.exact = true;
      back.add(new Unused(recall.key(), pool.takeAll(), recall.recall()));
    }
    return back;
  }

  /** Takes out what nobody drew from for a while or what may not stay. */
  synchronized List<Unused> idle() {
    long now = System.nanoTime();
    List<Unused> back = take((key, pool) -> pool.exact || now - pool.drawnAt > IDLE.toNanos());
    pools
        .values()
        .removeIf(
            pool ->
                pool.unused == 0 && now - pool.drawnAt > (pool.exact ? LONGEST : IDLE).toNanos());
    return back;
  }

  /** Takes out what may not stay because a cap is near. */
  synchronized List<Unused> surplus() {
    return take((key, pool) -> pool.exact);
  }

  /** Takes out everything. */
  synchronized List<Unused> all() {
    return take((key, pool) -> true);
  }

  private List<Unused> take(BiPredicate<AccountKey, Pool> which) {
    List<Unused> back = new ArrayList<>();
    pools.forEach(
        (key, pool) -> {
          if (pool.unused > 0 && which.test(key, pool)) {
            back.add(new Unused(key, pool.takeAll(), 0));
          }
        });
    return back;
  }

  /** Whether the leases were taken under other budgets than these. */
  synchronized boolean outdated(long version) {
    return version != bookVersion;
  }

  /** From now on draws are for these budgets. */
  synchronized void adopt(long version) {
    bookVersion = version;
  }

  /** The old name was given up for dead: go on under a new one, with nothing. */
  synchronized void renew() {
    instance = UUID.randomUUID();
    pools.clear();
  }

  private Pool pool(AccountKey key) {
    return pools.computeIfAbsent(
        key,
        made -> {
          Pool pool = new Pool();
          pool.drawnAt = System.nanoTime();
          return pool;
        });
  }
}
