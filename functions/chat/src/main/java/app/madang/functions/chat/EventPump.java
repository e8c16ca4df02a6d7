package app.madang.functions.chat;

import app.madang.runtime.ServerEvent;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Carries events to one reader, as fast as the reader takes them, until the answer ends. */
final class EventPump implements Publisher<ServerEvent> {

  private final EventSource source;
  private final long after;

  /** Begins after the event of that number. */
  EventPump(EventSource source, long after) {
    this.source = source;
    this.after = after;
  }

  @Override
  public void subscribe(Subscriber<? super ServerEvent> reader) {
    Reading reading = new Reading(reader);
    source.opened();
    reader.onSubscribe(reading);
    reading.thread = Thread.ofVirtual().name("answer-reader").start(reading);
  }

  private final class Reading implements Subscription, Runnable {

    private final Subscriber<? super ServerEvent> reader;
    private final Semaphore demand = new Semaphore(0);
    private volatile boolean cancelled;
    private volatile @Nullable Thread thread;

    Reading(Subscriber<? super ServerEvent> reader) {
      this.reader = reader;
    }

    @Override
    public void request(long n) {
      int room = Integer.MAX_VALUE - demand.availablePermits();
      demand.release((int) Math.min(Math.max(n, 0), room));
    }

    @Override
    public void cancel() {
      cancelled = true;
      Thread running = thread;
      if (running != null) {
        running.interrupt();
      }
    }

    @Override
    public void run() {
      try {
        pump();
      } catch (InterruptedException e) {
        // the reader left
      } catch (RuntimeException e) {
        if (!cancelled) {
          reader.onError(e);
        }
      } finally {
        source.closed();
      }
    }

    private void pump() throws InterruptedException {
      long last = after;
      while (!cancelled) {
        for (ServerEvent event : source.after(last)) {
          demand.acquire();
          if (cancelled) {
            return;
          }
          reader.onNext(event);
          last = event.id();
          if (AnswerEvent.ends(event.event())) {
            reader.onComplete();
            return;
          }
        }
      }
    }
  }
}
