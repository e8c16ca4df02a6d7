package app.madang.metering.internal;

import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.UsageEvent;
import app.madang.metering.internal.Return.Unused;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** A reservation that ends once. */
final class HeldReservation implements Reservation {

  private final AtomicBoolean ended = new AtomicBoolean();
  private final Hold hold;
  private final Pools pools;
  private final Leaser leaser;
  private final UsageWriter writer;

  HeldReservation(Hold hold, Pools pools, Leaser leaser, UsageWriter writer) {
    this.hold = hold;
    this.pools = pools;
    this.leaser = leaser;
    this.writer = writer;
  }

  @Override
  public Money worstCase() {
    return hold.worstCase();
  }

  @Override
  public void settle(UsageEvent... events) {
    if (events.length == 0) {
      refund();
      return;
    }
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    List<List<Charge>> charges =
        IntStream.range(0, events.length).mapToObj(n -> hold.charges(n == 0)).toList();
    try {
      writer.write(
          List.of(new Entry(List.of(events), hold.day(), charges, new CompletableFuture<>())));
    } catch (RuntimeException e) {
      ended.set(false);
      throw e;
    }
    if (!hold.levels().isEmpty()) {
      pools.settled();
    }
  }

  @Override
  public void refund() {
    if (!ended.compareAndSet(false, true) || hold.levels().isEmpty()) {
      return;
    }
    List<Unused> back = pools.refund(hold.instance(), hold.levels(), hold.worstCase().micros());
    if (!back.isEmpty()) {
      leaser.giveBack(hold.instance(), back);
    }
  }
}
