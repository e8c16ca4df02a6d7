package app.madang.metering.internal;

import app.madang.metering.internal.LeaseSql.Answer;
import app.madang.metering.internal.LeaseSql.Recalled;
import app.madang.metering.internal.Return.Unused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of an instance that leases and gives back. While the instance holds money it shows
 * life, answers recalls and returns what lies idle; while it holds none it asks nothing.
 */
final class Leaser implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Leaser.class);
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(30);
  private static final Duration BOOK_AGE = Duration.ofSeconds(2);

  private final LinkedBlockingQueue<LeaseTask> queue = new LinkedBlockingQueue<>();
  private final List<Want> later = new ArrayList<>();
  private final Pools pools;
  private final LeaseSql sql;
  private final Books books;
  private final Refusals refusals;
  private long nextTick = System.nanoTime();
  private long returns;
  private volatile boolean closing;
  private @Nullable Thread thread;

  Leaser(Pools pools, LeaseSql sql, Books books, Refusals refusals) {
    this.pools = pools;
    this.sql = sql;
    this.books = books;
    this.refusals = refusals;
  }

  /** Hands a request over; its future tells the end. */
  void submit(Want want) {
    start();
    queue.add(want);
  }

  /** Gives money back and waits until others can have it. */
  void giveBack(UUID instance, List<Unused> amounts) {
    start();
    CompletableFuture<Void> done = new CompletableFuture<>();
    queue.add(new Return(instance, 0, amounts, done));
    done.join();
  }

  private synchronized void start() {
    if (closing) {
      throw new IllegalStateException("budgets are closed");
    }
    if (thread == null) {
      thread = Thread.ofPlatform().daemon().name("metering-leases").start(this::run);
    }
  }

  private void run() {
    while (!closing || !queue.isEmpty() || !later.isEmpty()) {
      try {
        step();
      } catch (InterruptedException e) {
        closing = true;
      } catch (RuntimeException e) {
        LOG.warn("Leases could not be kept up, trying again: {}", e.toString());
      }
    }
  }

  private void step() throws InterruptedException {
    List<Want> wants = new ArrayList<>();
    LeaseTask first = queue.poll(patience(), TimeUnit.NANOSECONDS);
    for (LeaseTask task = first; task != null; task = queue.poll()) {
      switch (task) {
        case Want want -> wants.add(want);
        case Return back -> takeBack(back);
      }
    }
    wants.addAll(later);
    later.clear();
    if (!wants.isEmpty()) {
      serve(wants);
    }
    if (System.nanoTime() - nextTick >= 0) {
      nextTick = System.nanoTime() + TICK;
      if (pools.holding()) {
        tick();
      }
    }
  }

  private long patience() {
    if (!later.isEmpty()) {
      return AGAIN;
    }
    return closing ? 0 : pools.holding() ? Math.max(1, nextTick - System.nanoTime()) : TICK * 300;
  }

  private void tick() {
    beat();
    adopt(books.refresh(BOOK_AGE));
    giveBackAll(pools.idle());
  }

  /** Shows life and answers recalls; what was called back is back when this returns. */
  private void beat() {
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    UUID instance = pools.instance();
    Optional<List<Recalled>> recalled = sql.beat(instance);
    if (recalled.isEmpty()) {
      LOG.warn("Leases of {} were given up for dead; going on under a new name", instance);
      List<Unused> unused = pools.all();
      pools.renew();
      send(instance, unused);
    } else {
      pools.confirmed(nanos, millis);
      giveBackAll(pools.answer(recalled.get()));
    }
  }

  /** A changed budget voids what was leased under the old ones. */
  private void adopt(Book book) {
    if (pools.outdated(book.version())) {
      giveBackAll(pools.all());
      pools.adopt(book.version());
    }
  }

  private void serve(List<Want> wants) {
    try {
      if (!pools.trusted()) {
        beat();
      }
      adopt(books.current());
      List<Want> open = wants;
      while (!open.isEmpty()) {
        open = round(open);
      }
      giveBackAll(pools.surplus());
    } catch (RuntimeException e) {
      wants.forEach(want -> want.granted().completeExceptionally(e));
      throw e;
    }
  }

  /** One statement for all that wait; gives those that must try again at once. */
  private List<Want> round(List<Want> wants) {
    Shortage shortage = pools.draw(wants);
    if (shortage.isEmpty()) {
      return List.of();
    }
    long nanos = System.nanoTime();
    long millis = System.currentTimeMillis();
    Answer answer;
    try {
      answer = sql.lease(pools.instance(), shortage);
    } catch (RuntimeException e) {
      pools.putBack(shortage);
      throw e;
    }
    if (answer.retired()) {
      pools.putBack(shortage);
      beat();
      return shortage.wants();
    }
    pools.confirmed(nanos, millis);
    pools.receive(shortage, answer);
    return failed(shortage, answer);
  }

  private List<Want> failed(Shortage shortage, Answer answer) {
    List<Want> atOnce = new ArrayList<>();
    List<AccountKey> accounts = shortage.accounts();
    for (int n = 0; n < shortage.wants().size(); n++) {
      int failing = answer.failing()[n];
      if (failing == 0) {
        continue;
      }
      Want want = shortage.wants().get(n);
      AccountKey account = accounts.get(failing - 1);
      long own = shortage.held().get(n)[want.levels().indexOf(account)];
      if (pools.unused(account) > own) {
        // money that was held for another request, which failed too, has come free here
        atOnce.add(want);
      } else if (answer.waiting()[n] && System.nanoTime() - want.deadline() < 0) {
        later.add(want);
      } else {
        want.granted().completeExceptionally(refusals.of(account, answer, failing - 1));
      }
    }
    return atOnce;
  }

  private void giveBackAll(List<Unused> unused) {
    send(pools.instance(), unused);
  }

  private void send(UUID instance, List<Unused> unused) {
    if (!unused.isEmpty()) {
      takeBack(new Return(instance, 0, unused, new CompletableFuture<>()));
    }
  }

  /** Sends it until the database has it, three times at most; what stays is charged, not lost. */
  private void takeBack(Return back) {
    Return numbered = new Return(back.instance(), ++returns, back.amounts(), back.done());
    for (int attempt = 1; ; attempt++) {
      try {
        sql.giveBack(numbered);
        break;
      } catch (RuntimeException e) {
        if (attempt == 3) {
          LOG.warn("Unused leases stay charged until this instance ends: {}", e.toString());
          break;
        }
      }
    }
    back.done().complete(null);
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closing = true;
      running = thread;
    }
    if (running == null) {
      return;
    }
    try {
      running.interrupt();
      running.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    giveBackAll(pools.all());
    sql.leave(pools.instance());
  }
}
