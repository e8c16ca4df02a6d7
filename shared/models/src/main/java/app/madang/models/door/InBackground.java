package app.madang.models.door;

import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.metering.UsageLog;

/**
 * What nobody waits for is not refused halfway: it is charged when it is done, and whoever asks
 * next finds that much less.
 */
record InBackground(UsageLog usage) implements Budgets {

  @Override
  public Reservation reserve(Spender spender, Money worstCase) {
    return new Charged(usage, worstCase);
  }

  private record Charged(UsageLog usage, Money worstCase) implements Reservation {

    @Override
    public void settle(UsageEvent... events) {
      usage.write(events);
    }

    @Override
    public void refund() {}
  }
}
