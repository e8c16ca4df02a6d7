package app.madang.metering.internal;

import app.madang.metering.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a reservation set aside.
 *
 * @param day that pays
 * @param accounts all that the cost is charged to
 * @param levels those of them where the worst case was leased
 * @param instance the name under which it was leased
 */
record Hold(
    Money worstCase,
    LocalDate day,
    List<AccountKey> accounts,
    List<AccountKey> levels,
    UUID instance) {

  /** The charges of one event; the first of a reservation frees what was reserved. */
  List<Charge> charges(boolean first) {
    return accounts.stream()
        .map(
            account ->
                new Charge(
                    account, instance, first && levels.contains(account) ? worstCase.micros() : 0))
        .toList();
  }
}
