package app.madang.functions.local;

import app.madang.testing.servers.ChildProcess;
import app.madang.testing.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One function's JVM: started when it is needed, stopped when it is not. */
final class FunctionProcess {

  /** What the status says. */
  enum State {
    IDLE,
    STARTING,
    RUNNING,
    FAILED
  }

  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

  private final FunctionArtifact artifact;
  private final Map<String, String> environment;
  private final DataFolder data;
  private final StartupArchive archive;
  private final boolean warm;
  private volatile State state = State.IDLE;
  private volatile String reason = "";
  private volatile int port = Ports.free();
  private @Nullable ChildProcess process;
  private long failedAt;

  /** One that stays warm is compiled as in the cloud; the others only have to start soon. */
  FunctionProcess(
      FunctionArtifact artifact, Map<String, String> environment, DataFolder data, boolean warm) {
    this.artifact = artifact;
    this.environment = environment;
    this.data = data;
    this.archive = new StartupArchive(artifact);
    this.warm = warm;
  }

  State state() {
    ChildProcess running = process;
    if (state == State.RUNNING && (running == null || !running.isAlive())) {
      return State.IDLE;
    }
    return state;
  }

  String reason() {
    return reason;
  }

  /** Its own port; of one that stays warm it never changes. */
  int port() {
    return port;
  }

  /** A connection to the running function; starts it first when it does not run. */
  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), ensureRunning());
  }

  private synchronized int ensureRunning() throws IOException {
    if (process != null && process.isAlive()) {
      return port;
    }
    if (state == State.FAILED && System.nanoTime() - failedAt < PAUSE_AFTER_FAILURE.toNanos()) {
      throw new IOException(reason);
    }
    state = State.STARTING;
    if (!warm) {
      port = Ports.free();
    }
    Path log = data.log(artifact.name());
    ChildProcess started =
        ChildProcess.start(
            artifact.name(),
            "TERM",
            log,
            artifact.folder(),
            environment,
            artifact.command(port, flags()));
    try {
      started.awaitReady(START_LIMIT, () -> listens(port));
    } catch (IllegalStateException e) {
      state = State.FAILED;
      reason = LogTail.lastError(log).orElse(String.valueOf(e.getMessage()));
      failedAt = System.nanoTime();
      throw new IOException(reason, e);
    }
    process = started;
    state = State.RUNNING;
    reason = "";
    return port;
  }

  private List<String> flags() {
    List<String> flags = new ArrayList<>(archive.flags());
    if (warm) {
      flags.add("-XX:TieredStopAtLevel=4");
    }
    return flags;
  }

  /** Stops if nobody needs it; who comes meanwhile waits here and then starts it again. */
  synchronized void stopIf(BooleanSupplier unused) {
    ChildProcess running = process;
    if (running != null && running.isAlive() && unused.getAsBoolean()) {
      running.pid().ifPresent(archive::write);
      stop();
    }
  }

  synchronized void stop() {
    if (process != null) {
      process.close();
      process = null;
      state = State.IDLE;
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
