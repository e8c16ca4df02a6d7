package app.madang.metering.internal;

import app.madang.contracts.EventType;
import app.madang.contracts.events.BudgetExhausted;
import app.madang.runtime.Outbox;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a refusal tells of; lines that were crossed are told by {@code metering.post}. */
final class Alerts {

  private final Outbox outbox;

  Alerts(Outbox outbox) {
    this.outbox = outbox;
  }

  void exhausted(UUID budget, UUID subject, LocalDate startsOn) {
    outbox.append(
        EventType.BUDGET_EXHAUSTED.topic(), new BudgetExhausted(budget, known(subject), startsOn));
  }

  private static @Nullable UUID known(UUID subject) {
    return subject.equals(AccountKey.COMPANY) ? null : subject;
  }
}
