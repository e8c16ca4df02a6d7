package app.madang.metering;

/** Writes usage. Many callers share one transaction. */
public interface UsageLog {

  /**
   * Writes events that no reservation stands behind, such as answers from the cache, and returns
   * when they are committed. Events of a reservation go to {@link Reservation#settle}.
   */
  void write(UsageEvent... events);
}
