package app.madang.runtime.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;

/**
 * The calls that this instance answers. When it is told to stop it takes no more and waits for them
 * before anything that they need is closed.
 */
final class RunningCalls implements ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(RunningCalls.class);

  /** Cloud Run gives ten seconds after SIGTERM; what closes afterwards needs the rest. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** The framework writes an answer's last bytes after the function has returned. */
  private static final Duration LAST_BYTES = Duration.ofMillis(100);

  private final Duration patience;
  private int running;
  private boolean stopping;

  RunningCalls() {
    this(PATIENCE);
  }

  RunningCalls(Duration patience) {
    this.patience = patience;
  }

  /** Whether a call may begin; one that does must {@linkplain #ended() end}. */
  synchronized boolean began() {
    if (stopping) {
      return false;
    }
    running++;
    return true;
  }

  synchronized void ended() {
    running--;
    notifyAll();
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    try {
      drain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void drain() throws InterruptedException {
    boolean busy = running > 0;
    stopping = true;
    long deadline = System.nanoTime() + patience.toNanos();
    while (running > 0) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        LOG.warn("{} calls are left unfinished at the end of this instance", running);
        return;
      }
      wait(left);
    }
    if (busy) {
      wait(LAST_BYTES.toMillis());
    }
  }
}
