package app.madang.testing;

import app.madang.testing.servers.ChildProcess;
import app.madang.testing.servers.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A function under the functions framework in a process of its own, for tests of its end. */
public final class FunctionInstance implements AutoCloseable {

  private final String url;
  private final ChildProcess process;

  private FunctionInstance(String url, ChildProcess process) {
    this.url = url;
    this.process = process;
  }

  /** Starts a function with this JVM's classpath; returns when it listens. */
  public static FunctionInstance start(String name, String target) {
    return start(name, target, Map.of());
  }

  /** The same, with more in its environment. */
  public static FunctionInstance start(String name, String target, Map<String, String> extra) {
    TestStack stack = TestStack.get();
    int port = Ports.free();
    String url = "http://127.0.0.1:" + port;
    Map<String, String> environment = new HashMap<>(stack.settings(name));
    environment.put("SELF_URL", url);
    environment.putAll(extra);
    Path log = stack.folder().resolve(name + "-" + port + ".log");
    ChildProcess process =
        ChildProcess.start(
            name,
            "TERM",
            log,
            stack.folder(),
            environment,
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dslf4j.provider=ch.qos.logback.classic.spi.LogbackServiceProvider",
                "-cp",
                System.getProperty("java.class.path"),
                "com.google.cloud.functions.invoker.runner.Invoker",
                "--target",
                target,
                "--port",
                Integer.toString(port)));
    process.awaitReady(Duration.ofSeconds(60), () -> listens(port));
    return new FunctionInstance(url, process);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Base address. */
  public String url() {
    return url;
  }

  /** Asks it to end, as Cloud Run does; returns at once. */
  public void terminate() {
    ProcessHandle.of(process.pid().orElseThrow()).orElseThrow().destroy();
  }

  /** Kills it: nothing that it would do at its end is done; returns at once. */
  public void kill() {
    ProcessHandle.of(process.pid().orElseThrow()).orElseThrow().destroyForcibly();
  }

  /** Waits for its end and gives its exit code. */
  public int ended() throws InterruptedException {
    return process.waitFor();
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.close();
  }
}
