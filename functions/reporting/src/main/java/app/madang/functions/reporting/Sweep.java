package app.madang.functions.reporting;

import app.madang.contracts.events.SweepDue;
import app.madang.metering.Upkeep;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The regular round: what waits to be sent, partitions, silent instances, sums of days, retention.
 */
final class Sweep {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final List<Runnable> duties;

  Sweep(Upkeep upkeep, Deliveries deliveries, Channels channels) {
    this.duties = List.of(channels::sealOld, deliveries::sendDue, upkeep::sweep);
  }

  void handle(SweepDue due) {
    // one duty's failure must not keep the others from being done
    RuntimeException failure = null;
    for (Runnable duty : duties) {
      try {
        duty.run();
      } catch (RuntimeException e) {
        LOG.warn("A duty of the sweep failed", e);
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
