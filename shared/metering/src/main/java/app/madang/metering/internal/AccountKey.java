package app.madang.metering.internal;

import app.madang.metering.BudgetPeriod;
import app.madang.metering.BudgetScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What one subject spends in one period. */
record AccountKey(BudgetScope scope, UUID subjectId, BudgetPeriod period, LocalDate startsOn) {

  /** Stands for the company, so that no key has a null. */
  static final UUID COMPANY = new UUID(0, 0);

  Instant resetsAt(ZoneId zone) {
    return period.next(startsOn).atStartOfDay(zone).toInstant();
  }
}
