package app.madang.functions.local.evaluation;

import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Documents that come in while others search: 50 passages, a breath, the next. */
final class Intake implements AutoCloseable {

  private static final int PASSAGES = 50;
  private static final int BREATH_MILLIS = 500;

  private final Thread thread;
  private final AtomicLong written = new AtomicLong();
  private final long began = System.nanoTime();
  private volatile boolean open = true;

  Intake(Filling filling) {
    GeneratedText texts = new GeneratedText(new Random(5));
    thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (open) {
                    filling.add(filling.someReadable(), texts.passages(PASSAGES));
                    written.addAndGet(PASSAGES);
                    pause();
                  }
                });
  }

  private static void pause() {
    try {
      Thread.sleep(BREATH_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  long passagesASecond() {
    return written.get() * 1_000_000_000L / (System.nanoTime() - began);
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
