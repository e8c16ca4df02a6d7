package app.madang.functions.ingestion.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Watches how much memory the child processes of this one had at their most, in megabytes. */
final class ChildMemory implements AutoCloseable {

  private final AtomicLong most = new AtomicLong();
  private volatile boolean open = true;

  ChildMemory() {
    Thread.ofPlatform().daemon().start(this::watch);
  }

  long most() {
    return most.get();
  }

  private void watch() {
    while (open) {
      ProcessHandle.current()
          .children()
          .forEach(child -> most.accumulateAndGet(peak(child.pid()), Math::max));
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static long peak(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      // before it is what it will be, it is a copy of this one
      if (!Files.readString(process.resolve("cmdline")).contains(ParserMain.class.getName())) {
        return 0;
      }
      return Files.readAllLines(process.resolve("status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      // gone meanwhile
      return 0;
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
