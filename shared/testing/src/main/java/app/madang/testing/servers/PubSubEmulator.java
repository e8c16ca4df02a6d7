package app.madang.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Google's Pub/Sub emulator, from an installed Cloud SDK. It forgets everything on exit. */
public final class PubSubEmulator implements AutoCloseable {

  private final int port;
  private final ChildProcess process;

  private PubSubEmulator(int port, ChildProcess process) {
    this.port = port;
    this.process = process;
  }

  /** The emulator's jar, if a Cloud SDK with {@code pubsub-emulator} is installed. */
  public static Optional<Path> installed() {
    return Stream.of(
            System.getenv("CLOUDSDK_ROOT"),
            "/usr/lib/google-cloud-sdk",
            "/usr/share/google-cloud-sdk",
            System.getProperty("user.home") + "/google-cloud-sdk")
        .filter(Objects::nonNull)
        .map(root -> Path.of(root, "platform", "pubsub-emulator", "lib"))
        .filter(Files::isDirectory)
        .flatMap(PubSubEmulator::jars)
        .findFirst();
  }

  private static Stream<Path> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("cloud-pubsub-emulator-.*\\.jar"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it. */
  public static PubSubEmulator start(Path folder, Path log, int port) {
    Path jar =
        installed()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "the Pub/Sub emulator is not installed: gcloud components install"
                            + " pubsub-emulator"));
    ChildProcess process =
        ChildProcess.start(
            "pubsub",
            "TERM",
            log,
            folder,
            Map.of(),
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "--host=127.0.0.1",
                "--port=" + port));
    process.awaitReady(Duration.ofSeconds(60), () -> listens(port));
    return new PubSubEmulator(port, process);
  }

  /** Host and port, for {@code PUBSUB_EMULATOR_HOST}. */
  public String host() {
    return "127.0.0.1:" + port;
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
