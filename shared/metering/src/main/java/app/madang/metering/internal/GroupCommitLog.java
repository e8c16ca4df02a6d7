package app.madang.metering.internal;

import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.metering.UsageLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Writes events that nothing was reserved for; they are charged to the day on which they began. */
final class GroupCommitLog implements UsageLog {

  private final Books books;
  private final Pools pools;
  private final UsageWriter writer;

  GroupCommitLog(Books books, Pools pools, UsageWriter writer) {
    this.books = books;
    this.pools = pools;
    this.writer = writer;
  }

  @Override
  public void write(UsageEvent... events) {
    Book book = books.current();
    List<Entry> entries = new ArrayList<>();
    for (UsageEvent event : events) {
      LocalDate day = book.day(event.at());
      Spender spender = new Spender(event.personId(), event.groupIds(), event.toolId());
      List<Charge> charges =
          book.accounts(spender, day).stream()
              .map(account -> new Charge(account, pools.instance(), 0))
              .toList();
      entries.add(new Entry(List.of(event), day, List.of(charges), new CompletableFuture<>()));
    }
    writer.write(entries);
  }
}
