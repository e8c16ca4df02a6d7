package app.madang.functions.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the logs of all servers in one place, each line with its server's name before it. */
final class LogTail {

  private static final int LAST_BYTES = 16 * 1024;
  private static final int MAX_REASON = 300;

  private final Path folder;
  private final Map<Path, Long> shown = new HashMap<>();

  LogTail(Path folder) {
    this.folder = folder;
    logs().forEach(log -> shown.put(log, size(log)));
  }

  /** Prints what is new, until interrupted. */
  void follow() throws InterruptedException {
    while (!Thread.currentThread().isInterrupted()) {
      logs().forEach(this::printNew);
      Thread.sleep(250);
    }
  }

  /** The last line of a log that tells of a failure. */
  static Optional<String> lastError(Path log) {
    List<String> lines = read(log, Math.max(0, size(log) - LAST_BYTES)).lines().toList();
    return lines.reversed().stream()
        .filter(
            line -> line.contains("Exception") || line.contains("ERROR") || line.contains("rror:"))
        .map(line -> line.substring(0, Math.min(MAX_REASON, line.length())))
        .findFirst();
  }

  private void printNew(Path log) {
    String text = read(log, shown.getOrDefault(log, 0L));
    int end = text.lastIndexOf('\n') + 1;
    if (end == 0) {
      return;
    }
    String name = log.getFileName().toString().replace(".log", "");
    text.substring(0, end).lines().forEach(line -> System.out.printf("%-10s| %s%n", name, line));
    shown.merge(
        log, (long) text.substring(0, end).getBytes(StandardCharsets.UTF_8).length, Long::sum);
  }

  private List<Path> logs() {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .filter(file -> !file.endsWith("launcher.log"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path log) {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static String read(Path log, long from) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(from);
      byte[] bytes = new byte[(int) Math.min(1 << 20, Math.max(0, file.length() - from))];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
