package app.madang.metering.internal;

import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import app.madang.metering.internal.Stand.Instance;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Spends until it is killed, and says what it has bought before it settles. */
final class KilledInstance {

  private KilledInstance() {}

  /** Address of the database, its password, the person. */
  public static void main(String[] args) {
    Instance instance = Stand.instance(Clock.systemUTC(), args[0], args[1]);
    Spender spender = new Spender(UUID.fromString(args[2]), Set.of(), null);
    for (int i = 0; i < 8; i++) {
      Thread.ofPlatform().start(() -> spend(instance, spender));
    }
  }

  private static void spend(Instance instance, Spender spender) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    while (true) {
      Reservation reservation = instance.meter().budgets().reserve(spender, Money.of(10));
      synchronized (KilledInstance.class) {
        out.println("bought 7");
      }
      reservation.settle(Stand.event(spender.personId(), Money.of(7)));
    }
  }
}
