package app.madang.metering;

/**
 * Money set aside for one request. It ends once, by settling or by refunding; what comes later
 * changes nothing. Neither may be forgotten: until then the worst case stays charged.
 */
public interface Reservation {

  /** What was set aside. */
  Money worstCase();

  /**
   * Writes all attempts of the request and charges what they really cost, also what exceeds the
   * worst case, to the period of the reservation. Returns when that is committed. When it throws,
   * the reservation still stands and may be settled again with the same events.
   *
   * @param events one an attempt; none is a refund
   */
  void settle(UsageEvent... events);

  /** Gives everything back: nothing was bought. */
  void refund();
}
