package app.madang.functions.local;

import app.madang.runtime.storage.FilesystemObjectStorage;
import app.madang.runtime.storage.StoredObject;
import app.madang.testing.TokenIssuer;
import app.madang.testing.servers.Downloads;
import app.madang.testing.servers.EnvoyServer;
import app.madang.testing.servers.MadangDatabase;
import app.madang.testing.servers.PostgresServer;
import app.madang.testing.servers.PubSubClient;
import app.madang.testing.servers.PubSubEmulator;
import app.madang.testing.servers.Subscriptions;
import app.madang.testing.servers.ValkeyServer;
import com.google.api.gax.rpc.ApiException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Everything that runs, started in order and stopped in reverse. */
final class Platform implements AutoCloseable {

  private final Arguments arguments;
  private final DataFolder data;
  private final StackPorts ports;
  private final Map<String, String> secrets;
  private final PeopleTokens tokens;
  private final EmbedOrigins embeds;
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<String, FunctionDoor> doors = new LinkedHashMap<>();
  private final Map<String, String> missing = new LinkedHashMap<>();
  private volatile boolean ready;
  private volatile String step = "starting";

  Platform(Arguments arguments, DataFolder data, StackPorts ports) {
    this.arguments = arguments;
    this.data = data;
    this.ports = ports;
    this.secrets = data.secrets();
    this.tokens = PeopleTokens.open(data, ports.issuerUrl());
    this.embeds = EmbedOrigins.of(System.getenv("EMBED_ORIGINS"));
  }

  void start() {
    Downloads downloads = Downloads.ofUser();
    Executor beside = work -> Thread.ofPlatform().daemon().start(work);
    // the two that take seconds come up beside the database
    CompletableFuture<IdentityProvider> identity =
        CompletableFuture.supplyAsync(() -> new IdentityProvider(ports, tokens, dist()), beside);
    CompletableFuture<PubSubEmulator> emulator =
        CompletableFuture.supplyAsync(
            () -> PubSubEmulator.start(data.folder("pubsub"), data.log("pubsub"), ports.pubSub()),
            beside);
    PostgresServer postgres =
        step("PostgreSQL", () -> keep(PostgresServer.start(downloads, postgresOptions())));
    step(
        "Valkey",
        () ->
            keep(
                ValkeyServer.start(
                    downloads, data.folder("valkey"), data.log("valkey"), ports.valkey())));
    MadangDatabase database = new MadangDatabase(postgres);
    step("migrations", () -> migrate(postgres, database));
    step("Pub/Sub", () -> keep(join(emulator)));
    PubSubClient pubSub =
        keep(new PubSubClient(FunctionEnvironment.PROJECT, "127.0.0.1:" + ports.pubSub()));
    Subscriptions.all().forEach(subscription -> pubSub.createTopic(subscription.topic()));
    TokenIssuer services = keep(new TokenIssuer(ports.serviceIssuer()));
    step("sign-in", () -> keep(join(identity)));
    step("storage and site", () -> startOrigins(pubSub));
    step("functions", () -> openDoors(services, database.url()));
    PushShim shim = keep(new PushShim(pubSub, services));
    Subscriptions.all().stream()
        .filter(subscription -> doors.containsKey(subscription.function()))
        .forEach(
            subscription -> shim.serve(subscription, ports.functionUrl(subscription.function())));
    keep(new SweepClock(postgres, pubSub));
    step("gateway", () -> startGateway(downloads));
    step = "";
    ready = true;
  }

  private PostgresServer.Options postgresOptions() {
    return new PostgresServer.Options(
        data.folder("postgres"),
        data.log("postgres"),
        ports.postgres(),
        secrets.getOrDefault("postgres", ""),
        true);
  }

  private boolean migrate(PostgresServer postgres, MadangDatabase database) {
    database.prepare(secrets);
    new Migration(FunctionArtifact.of(arguments.repository(), "migrate"), data)
        .run(database.url(), secrets.getOrDefault(MadangDatabase.OWNER, ""));
    database.admitAccounts();
    // the issuer's address has the port in it; people stay who they are when the port changes
    try (Connection connection = postgres.connect("madang");
        PreparedStatement statement =
            connection.prepareStatement(
                "UPDATE identity.users SET issuer = ? WHERE issuer <> ? AND kind = 'person'")) {
      statement.setString(1, ports.issuerUrl());
      statement.setString(2, ports.issuerUrl());
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean startOrigins(PubSubClient pubSub) {
    FilesystemObjectStorage storage =
        new FilesystemObjectStorage(
            data.folder("objects"),
            URI.create(ports.storageOrigin()),
            Base64.getDecoder().decode(secrets.getOrDefault("storage", "")),
            Clock.systemUTC());
    keep(
        new StorageServer(
            ports.storage(), storage, ports.siteOrigin(), object -> announce(pubSub, object)));
    Path dist = dist();
    keep(new SiteServer(dist, ports, embeds));
    if (!Files.isDirectory(dist)) {
      missing.put("frontend", "not built");
    }
    return true;
  }

  private Path dist() {
    return arguments.repository().resolve("frontend").resolve("dist");
  }

  private static void announce(PubSubClient pubSub, StoredObject object) {
    Map<String, String> attributes =
        Map.of(
            "bucketId", FunctionEnvironment.BUCKET,
            "objectId", object.name(),
            "objectGeneration", Long.toString(object.generation()),
            "eventType", "OBJECT_FINALIZE",
            "size", Long.toString(object.size()));
    try {
      pubSub.publish("object.finalized", "{}", attributes);
    } catch (ApiException e) {
      // as in the cloud, the sweep notices an object whose notification was lost
      System.err.println("storage: " + e.getMessage());
    }
  }

  private boolean openDoors(TokenIssuer services, String databaseUrl) {
    FunctionEnvironment environment =
        new FunctionEnvironment(ports, secrets, data.folder("objects"), databaseUrl);
    for (String name : StackPorts.FUNCTIONS) {
      FunctionArtifact artifact = FunctionArtifact.of(arguments.repository(), name);
      if (!artifact.isBuilt()) {
        missing.put(name, "not built");
        continue;
      }
      keep(new MetadataServer(name, ports.metadata(name), services));
      boolean pinned = arguments.pinned().contains(name);
      FunctionProcess process = new FunctionProcess(artifact, environment.of(name), data, pinned);
      doors.put(name, keep(new FunctionDoor(process, ports.function(name), pinned)));
    }
    return true;
  }

  private boolean startGateway(Downloads downloads) {
    Path configuration = data.run("envoy.json").toAbsolutePath();
    try {
      Map<String, Integer> functions = new LinkedHashMap<>();
      doors.forEach((name, door) -> functions.put(name, door.behindTheGateway()));
      Files.writeString(configuration, GatewayConfiguration.json(ports, functions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keep(EnvoyServer.start(downloads, configuration, data.log("gateway"), ports.envoyAdmin()));
    return true;
  }

  private <T> T step(String name, Supplier<T> work) {
    step = name;
    long begin = System.nanoTime();
    T result = work.get();
    System.out.printf("  %-16s %5.1f s%n", name, (System.nanoTime() - begin) / 1e9);
    return result;
  }

  private static <T> T join(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  private synchronized <T extends AutoCloseable> T keep(T server) {
    running.push(server);
    return server;
  }

  StackStatus status() {
    return new StackStatus(ready, step, ports, doors, missing);
  }

  StackPorts ports() {
    return ports;
  }

  PeopleTokens tokens() {
    return tokens;
  }

  String controlSecret() {
    return secrets.getOrDefault("control", "");
  }

  @Override
  public synchronized void close() {
    ready = false;
    step = "stopping";
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("stopping: " + e);
      }
    }
  }
}
