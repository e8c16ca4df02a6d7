package app.madang.functions.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processes of an earlier start of the same stack, told by a mark in their environment. */
final class Leftovers {

  /** Every process of a stack inherits this variable; its value is the stack's folder. */
  static final String MARK = "MADANG_STACK";

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Leftovers() {}

  /** Waits for them to end by themselves, then ends them. */
  static void clean(Path data) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!find(data).isEmpty() && System.nanoTime() < deadline) {
      pause();
    }
    List<ProcessHandle> rest = find(data);
    rest.forEach(ProcessHandle::destroy);
    for (int i = 0; i < 30 && !find(data).isEmpty(); i++) {
      pause();
    }
    find(data).forEach(ProcessHandle::destroyForcibly);
  }

  private static List<ProcessHandle> find(Path data) {
    byte[] mark = (MARK + "=" + data).getBytes(StandardCharsets.UTF_8);
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self && isMarked(process.pid(), mark))
        .toList();
  }

  private static boolean isMarked(long pid, byte[] mark) {
    try {
      String environment =
          new String(
              Files.readAllBytes(Path.of("/proc/" + pid + "/environ")), StandardCharsets.UTF_8);
      String wanted = new String(mark, StandardCharsets.UTF_8);
      return List.of(environment.split("\0")).contains(wanted);
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
