package app.madang.functions.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A function's public port: the first connection starts the function, a quiet minute stops it. */
final class FunctionDoor implements AutoCloseable {

  private static final Duration QUIET = Duration.ofSeconds(60);

  private final FunctionProcess process;
  private final ServerSocket door;
  private final boolean pinned;
  private final AtomicInteger connections = new AtomicInteger();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
  private volatile long lastUse = System.nanoTime();

  FunctionDoor(FunctionProcess process, int port, boolean pinned) {
    this.process = process;
    this.pinned = pinned;
    try {
      door = new ServerSocket(port, 1024, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
    Thread.ofVirtual().start(this::accept);
    watch.scheduleWithFixedDelay(
        pinned ? this::keepRunning : this::stopWhenQuiet, pinned ? 0 : 5, 5, TimeUnit.SECONDS);
  }

  FunctionProcess process() {
    return process;
  }

  /** Where the gateway sends requests: a pinned function needs no door, as in the cloud. */
  int behindTheGateway() {
    return pinned ? process.port() : door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> open(client));
      } catch (IOException e) {
        // the door closes
      }
    }
  }

  private void open(Socket client) {
    connections.incrementAndGet();
    try (client) {
      Splice.run(client, process.connect());
    } catch (IOException e) {
      System.err.println("function: " + e.getMessage());
    } finally {
      lastUse = System.nanoTime();
      connections.decrementAndGet();
    }
  }

  private void stopWhenQuiet() {
    if (isQuiet()) {
      process.stopIf(this::isQuiet);
    }
  }

  private void keepRunning() {
    try {
      process.connect().close();
    } catch (IOException e) {
      System.err.println("function: " + e.getMessage());
    }
  }

  private boolean isQuiet() {
    return connections.get() == 0 && System.nanoTime() - lastUse > QUIET.toNanos();
  }

  @Override
  public void close() throws IOException {
    watch.shutdownNow();
    door.close();
    process.stop();
  }
}
