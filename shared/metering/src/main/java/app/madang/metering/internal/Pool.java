package app.madang.metering.internal;

/** What an instance holds of one account. Guarded by {@link Pools}. */
final class Pool {

  /** Leased and not reserved. */
  long unused;

  /** The cap is near: nothing unused may stay here. */
  boolean exact;

  /** How much it would like to lease beyond its need. */
  long ahead;

  /** Nano time of the newest draw and lease. */
  long drawnAt;

  long leasedAt;

  long take(long amount) {
    long taken = Math.min(unused, amount);
    unused -= taken;
    return taken;
  }

  long takeAll() {
    long taken = unused;
    unused = 0;
    return taken;
  }
}
