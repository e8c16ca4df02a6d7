package app.madang.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server on a leash: it is told to stop when this process ends, even by {@code kill -9}, because
 * the pipe that holds it closes then. A session of its own keeps the terminal's Ctrl-C away from
 * it.
 */
public final class ChildProcess implements AutoCloseable {

  private static final String LEASH =
      """
      exec 3<&0
      signal=$1; shift
      "$@" </dev/null 3<&- & server=$!
      { read -r -u 3 _; kill -"$signal" $server; } 2>/dev/null & leash=$!
      wait $server; code=$?
      kill $leash 2>/dev/null
      exit $code
      """;

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final String name;
  private final Path log;
  private final Process process;

  private ChildProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts a server.
   *
   * @param name for messages
   * @param signal that asks it to stop
   * @param log takes what it prints
   * @param environment added to this process's
   */
  public static ChildProcess start(
      String name,
      String signal,
      Path log,
      Path directory,
      Map<String, String> environment,
      List<String> command) {
    List<String> leashed = new ArrayList<>(List.of("setsid", "bash", "-c", LEASH, name, signal));
    leashed.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(leashed).directory(directory.toFile());
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new ChildProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + name, e);
    }
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The exit code of a server that has ended. */
  public int exitValue() {
    return process.exitValue();
  }

  /** The server's own process, which is a child of the leash. */
  public OptionalLong pid() {
    return process
        .descendants()
        .filter(child -> !child.info().command().orElse("").endsWith("bash"))
        .mapToLong(ProcessHandle::pid)
        .findFirst();
  }

  /** Waits until it ends by itself. */
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Waits until a probe succeeds; fails with the log's place when the server ends before. */
  public ChildProcess awaitReady(Duration limit, Probe probe) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!probe.ready()) {
      if (!process.isAlive()) {
        throw new IllegalStateException(name + " ended at start; see " + log);
      }
      if (System.nanoTime() > deadline) {
        close();
        throw new IllegalStateException(name + " is not ready in time; see " + log);
      }
      sleep();
    }
    return this;
  }

  /** Tells whether a server answers. */
  @FunctionalInterface
  public interface Probe {

    /** True once it does. */
    boolean ready();
  }

  @Override
  public void close() {
    List<ProcessHandle> family =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        family.forEach(ProcessHandle::destroyForcibly);
      }
    } catch (IOException e) {
      family.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      family.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
