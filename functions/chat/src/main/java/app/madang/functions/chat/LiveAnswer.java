package app.madang.functions.chat;

import app.madang.runtime.Caller;
import app.madang.runtime.ServerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer while this instance writes it: its events so far, and who reads them. Written by one
 * thread, read by many.
 */
final class LiveAnswer implements EventSource {

  private static final long PATIENCE_MILLIS = 1_000;

  private final UUID id;
  private final UUID conversationId;
  private final Caller owner;
  private final List<ServerEvent> events = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int readers;
  private long lonelySince = System.nanoTime();
  private @Nullable AnswerStatus closedAs;
  private boolean ended;
  private final CountDownLatch over = new CountDownLatch(1);

  LiveAnswer(UUID id, UUID conversationId, Caller owner) {
    this.id = id;
    this.conversationId = conversationId;
    this.owner = owner;
  }

  UUID id() {
    return id;
  }

  UUID conversationId() {
    return conversationId;
  }

  Caller owner() {
    return owner;
  }

  /** Tells the readers; once the answer is closed, only its end is told. */
  synchronized void publish(AnswerEvent event) {
    boolean end = AnswerEvent.ends(event.kind());
    if (ended || (closedAs != null && !end)) {
      return;
    }
    if (event instanceof AnswerEvent.Delta(String piece)) {
      text.append(piece);
    }
    events.add(new ServerEvent(events.size() + 1L, event.kind(), event));
    if (end) {
      ended = true;
      over.countDown();
    }
    notifyAll();
  }

  /** Ends the writing; true for the first who does, and the text stays as it is from there. */
  synchronized boolean close(AnswerStatus status) {
    if (closedAs != null) {
      return false;
    }
    closedAs = status;
    return true;
  }

  synchronized boolean isClosed() {
    return closedAs != null;
  }

  synchronized boolean isEnded() {
    return ended;
  }

  synchronized String text() {
    return text.toString();
  }

  /** Waits until the last event is told; true when it was. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Since when nobody reads here; zero while somebody does. */
  synchronized Duration lonelyFor() {
    return readers > 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - lonelySince);
  }

  @Override
  public synchronized List<ServerEvent> after(long number) throws InterruptedException {
    if (ended && number >= events.size()) {
      ServerEvent end = events.getLast();
      return List.of(new ServerEvent(number + 1, end.event(), end.data()));
    }
    if (number >= events.size()) {
      wait(PATIENCE_MILLIS);
    }
    if (number >= events.size()) {
      return List.of();
    }
    return List.copyOf(events.subList((int) Math.max(0, number), events.size()));
  }

  @Override
  public synchronized void opened() {
    readers++;
  }

  @Override
  public synchronized void closed() {
    readers--;
    lonelySince = System.nanoTime();
  }
}
