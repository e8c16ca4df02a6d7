import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** Watches the most memory of the ingestion function and of its parsing processes, in megabytes. */
final class ResidentMemory implements Runnable {

  final AtomicLong function = new AtomicLong();
  final AtomicLong parser = new AtomicLong();
  private final LocalStack stack;

  ResidentMemory(LocalStack stack) {
    this.stack = stack;
  }

  @Override
  public void run() {
    try {
      while (true) {
        ProcessHandle ingestion = stack.ingestion().orElse(null);
        for (int i = 0; i < 100 && ingestion != null && ingestion.isAlive(); i++) {
          function.accumulateAndGet(peak(ingestion.pid(), ""), Math::max);
          ingestion.children().forEach(child -> parser.accumulateAndGet(peak(child.pid(), "ParserMain"), Math::max));
          Thread.sleep(50);
        }
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long peak(long pid, String main) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      // before it is what it will be, it is a copy of its parent
      if (!Files.readString(process.resolve("cmdline")).contains(main)) {
        return 0;
      }
      return Files.readAllLines(process.resolve("status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
