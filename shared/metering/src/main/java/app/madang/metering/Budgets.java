package app.madang.metering;

/**
 * Bounds spending. A request is refused exactly when settled + outstanding worst cases + its own
 * worst case would go over the cap of a hard budget of its person, one of its groups, its tool or
 * the company. Most reservations draw from an allowance in memory and ask the database nothing.
 */
public interface Budgets {

  /**
   * Sets the worst case aside, before a model is called.
   *
   * @param worstCase the cost of the whole input and the longest permitted output at the dearest
   *     model that may answer; a request that costs nothing is never refused
   * @throws BudgetExceeded when it would go over a cap
   */
  Reservation reserve(Spender spender, Money worstCase);
}
