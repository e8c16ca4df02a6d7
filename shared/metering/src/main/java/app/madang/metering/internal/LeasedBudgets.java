package app.madang.metering.internal;

import app.madang.metering.Budgets;
import app.madang.metering.Money;
import app.madang.metering.Reservation;
import app.madang.metering.Spender;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Reserves from leases in memory, and leases more when they do not suffice. */
final class LeasedBudgets implements Budgets {

  /** How long a request waits for what others hold unused before it is refused. */
  private static final Duration RECALL = Duration.ofSeconds(2);

  private final Books books;
  private final Pools pools;
  private final Leaser leaser;
  private final UsageWriter writer;
  private final Clock clock;

  LeasedBudgets(Books books, Pools pools, Leaser leaser, UsageWriter writer, Clock clock) {
    this.books = books;
    this.pools = pools;
    this.leaser = leaser;
    this.writer = writer;
    this.clock = clock;
  }

  @Override
  public Reservation reserve(Spender spender, Money worstCase) {
    if (worstCase.micros() < 0) {
      throw new IllegalArgumentException("a negative worst case");
    }
    Book book = books.current();
    LocalDate day = book.day(clock.instant());
    List<AccountKey> accounts = book.accounts(spender, day);
    List<AccountKey> levels =
        worstCase.micros() == 0 ? List.of() : accounts.stream().filter(book::bounds).toList();
    UUID instance = levels.isEmpty() ? pools.instance() : lease(levels, worstCase, book);
    return new HeldReservation(
        new Hold(worstCase, day, accounts, levels, instance), pools, leaser, writer);
  }

  private UUID lease(List<AccountKey> levels, Money worstCase, Book book) {
    @Nullable UUID drawn = pools.draw(levels, worstCase.micros(), book.version());
    if (drawn != null) {
      return drawn;
    }
    CompletableFuture<UUID> granted = new CompletableFuture<>();
    leaser.submit(
        new Want(levels, worstCase.micros(), granted, System.nanoTime() + RECALL.toNanos()));
    try {
      return granted.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
