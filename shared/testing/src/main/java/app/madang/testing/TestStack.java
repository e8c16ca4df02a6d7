package app.madang.testing;

import app.madang.runtime.storage.FilesystemObjectStorage;
import app.madang.testing.servers.Downloads;
import app.madang.testing.servers.MadangDatabase;
import app.madang.testing.servers.Ports;
import app.madang.testing.servers.PostgresServer;
import app.madang.testing.servers.Programs;
import app.madang.testing.servers.PubSubClient;
import app.madang.testing.servers.PubSubEmulator;
import app.madang.testing.servers.Secrets;
import app.madang.testing.servers.Subscriptions;
import app.madang.testing.servers.ValkeyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;

/** One stack of real servers a JVM, thrown away with it: {@code TestStack.get()}. */
public final class TestStack {

  private static final String PROJECT = "madang-local";
  private static final String PASSWORD = "test";

  private final Path folder;
  private final MadangDatabase database;
  private final ValkeyServer valkey;
  private final PubSubEmulator emulator;
  private final PubSubClient pubSub;
  private final TokenIssuer tokens;
  private final String keyset = Secrets.keyset();
  private final String signingKey = Secrets.key();

  private TestStack(Path folder, CompletableFuture<PubSubEmulator> starting) {
    this.folder = folder;
    Downloads downloads = Downloads.ofUser();
    PostgresServer postgres =
        PostgresServer.start(
            downloads,
            new PostgresServer.Options(
                folder, folder.resolve("postgres.log"), Ports.free(), PASSWORD, false));
    valkey = ValkeyServer.start(downloads, folder, folder.resolve("valkey.log"), Ports.free());
    database = new MadangDatabase(postgres);
    database.prepare(
        Stream.concat(Stream.of(MadangDatabase.OWNER), MadangDatabase.ACCOUNTS.stream())
            .collect(Collectors.toMap(account -> account, account -> PASSWORD)));
    migrate();
    database.admitAccounts();
    tokens = new TokenIssuer(Ports.free());
    emulator = starting.join();
    pubSub = new PubSubClient(PROJECT, emulator.host());
    Subscriptions.all()
        .forEach(
            subscription -> {
              pubSub.createTopic(subscription.topic());
              pubSub.createSubscription(subscription.topic(), subscription.name(), 60);
            });
    // after the functions, which give back and publish what they hold
    SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
  }

  private static final class Holder {
    static final TestStack STACK = start();
  }

  /** The stack of this JVM; the first call starts it. */
  public static TestStack get() {
    return Holder.STACK;
  }

  private static TestStack start() {
    TestLogging.useLogback();
    try {
      Path folder = Files.createTempDirectory("madang-test");
      // the slowest server comes up beside the others
      CompletableFuture<PubSubEmulator> emulator =
          CompletableFuture.supplyAsync(
              () -> PubSubEmulator.start(folder, folder.resolve("pubsub.log"), Ports.free()));
      return new TestStack(folder, emulator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Modules build on each other in this order; a test sees those on its classpath. */
  private void migrate() {
    for (String schema :
        new String[] {
          "runtime", "identity", "knowledge", "metering", "models", "toolbox", "chat", "reporting"
        }) {
      if (TestStack.class.getResource("/db/migration/" + schema) == null) {
        continue;
      }
      Flyway.configure()
          .dataSource(database.url(), MadangDatabase.OWNER, PASSWORD)
          .schemas(schema)
          .defaultSchema(schema)
          .locations("classpath:db/migration/" + schema)
          .load()
          .migrate();
    }
  }

  private static final List<String> VENDORS =
      List.of(
          "OPENAI_BASE_URL",
          "OPENAI_MODELS",
          "OPENAI_API_KEY",
          "ANTHROPIC_API_KEY",
          "GEMINI_API_KEY",
          "VERTEX_LOCATION");

  /** The environment of a function, but for its own address. */
  public Map<String, String> settings(String function) {
    return Map.ofEntries(
        Map.entry("K_SERVICE", function),
        Map.entry("DATABASE_URL", jdbcUrl()),
        Map.entry("DATABASE_USER", function),
        Map.entry("DATABASE_PASSWORD", PASSWORD),
        Map.entry("REDIS_URL", redisUrl()),
        Map.entry("GOOGLE_CLOUD_PROJECT", PROJECT),
        Map.entry("PUBSUB_EMULATOR_HOST", emulator.host()),
        Map.entry("OIDC_ISSUER", tokens.issuer()),
        Map.entry("OIDC_AUDIENCE", TokenIssuer.AUDIENCE),
        Map.entry("OIDC_JWKS_URL", tokens.jwksUrl()),
        Map.entry("OIDC_ROLES_CLAIM", "roles"),
        Map.entry("SERVICE_ISSUER", tokens.issuer()),
        Map.entry("SERVICE_JWKS_URL", tokens.jwksUrl()),
        Map.entry("PUSH_EMAIL", TokenIssuer.PUSH_EMAIL),
        Map.entry("SERVICE_CALLERS", serviceEmail("chat") + "," + serviceEmail("documents")),
        Map.entry("STORAGE", "filesystem"),
        Map.entry("STORAGE_BUCKET", "madang-documents"),
        Map.entry("STORAGE_ROOT", folder.resolve("objects").toString()),
        Map.entry("STORAGE_ORIGIN", "http://127.0.0.1:9"),
        Map.entry("STORAGE_SIGNING_KEY", signingKey),
        Map.entry("SEALING_KEYSET", keyset),
        Map.entry("BOOTSTRAP_ADMINS", Person.ADMIN.email()));
  }

  /** Sets the environment of a function, as system properties of this JVM. */
  public void environment(String function, Map<String, String> extra) {
    // a developer's own keys must not make tests ask vendors
    for (String key : VENDORS) {
      System.setProperty(key, "");
    }
    settings(function).forEach(System::setProperty);
    extra.forEach(System::setProperty);
  }

  /** Sets the environment of a function. */
  public void environment(String function) {
    environment(function, Map.of());
  }

  /** A place for logs, gone with the stack. */
  public Path folder() {
    return folder;
  }

  /** JDBC address of the database. */
  public String jdbcUrl() {
    return database.url();
  }

  /** The password of every account. */
  public String password() {
    return PASSWORD;
  }

  /** A connection of a function's account, or of {@link MadangDatabase#OWNER}. */
  public Connection connect(String account) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), account, PASSWORD);
  }

  /** Address of Valkey. */
  public String redisUrl() {
    return valkey.url();
  }

  /** Host and port of the Pub/Sub emulator. */
  public String pubSubHost() {
    return emulator.host();
  }

  /** A client of the emulator; the contract's topics and subscriptions are there. */
  public PubSubClient pubSub() {
    return pubSub;
  }

  /** Who signs tokens. */
  public TokenIssuer tokens() {
    return tokens;
  }

  /** The account of a function. */
  public static String serviceEmail(String function) {
    return function + "@" + PROJECT + ".iam.gserviceaccount.com";
  }

  /** The storage that functions see, to put objects into. */
  public FilesystemObjectStorage storage() {
    return new FilesystemObjectStorage(
        folder.resolve("objects"),
        URI.create("http://127.0.0.1:9"),
        Base64.getDecoder().decode(signingKey),
        Clock.systemUTC());
  }

  private void stop(PostgresServer postgres) {
    Stream.<Supplier<AutoCloseable>>of(
            () -> pubSub, () -> emulator, () -> tokens, () -> valkey, () -> postgres)
        .forEach(
            server -> {
              try {
                server.get().close();
              } catch (Exception e) {
                System.err.println("a test server did not stop: " + e.getMessage());
              }
            });
    try {
      Programs.deleteTree(folder);
    } catch (IOException e) {
      System.err.println("a test folder stays: " + folder);
    }
  }
}
