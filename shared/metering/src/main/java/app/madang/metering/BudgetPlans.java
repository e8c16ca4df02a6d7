package app.madang.metering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What administrators set; instances follow within five seconds. Call it inside the caller's own
 * check of rights.
 */
public interface BudgetPlans {

  /** Every budget and how it stands now. */
  List<BudgetStanding> standings(Instant now);

  /**
   * What bounds a person, alone and through groups: the own before the groups', hard ones first.
   */
  List<OwnBudget> of(UUID person, Instant now);

  /**
   * Adds one; its id is the caller's.
   *
   * @throws app.madang.runtime.ProblemException conflict when the subject has one of this period
   *     and kind
   */
  void add(Budget budget);

  /** Changes cap, kind, warning line and whether it is enabled; false when it is gone. */
  boolean change(Budget budget);

  /** Removes one; false when it is gone. */
  boolean remove(UUID id);

  /** Enters an exchange rate: units of the company's currency for one of another. */
  void enterRate(String currency, BigDecimal rate, Instant validFrom, String source);

  /** What instances that fell silent still hold. */
  List<OrphanedLease> orphans();

  /** Lets go what a silent instance holds: its calls were not paid. False when there is nothing. */
  boolean release(UUID instanceId);
}
