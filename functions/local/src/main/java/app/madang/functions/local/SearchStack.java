package app.madang.functions.local;

import app.madang.testing.TokenIssuer;
import app.madang.testing.servers.Downloads;
import app.madang.testing.servers.MadangDatabase;
import app.madang.testing.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * As much of the platform as a search needs, to measure it: PostgreSQL with the product's
 * migrations, and the packaged embedding function. What is in it is thrown away.
 */
public final class SearchStack implements AutoCloseable {

  private static final String EMBEDDING = "embedding";
  private static final String READER = "chat";

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<String, String> secrets;
  private final StackPorts ports;
  private final MadangDatabase database;
  private final TokenIssuer services;
  private final Path databaseLog;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * Starts one.
   *
   * @param repository the checkout, built
   * @param folder an empty one
   */
  public SearchStack(Path repository, Path folder) {
    DataFolder data = DataFolder.open(folder);
    secrets = data.secrets();
    databaseLog = data.log("postgres");
    ports = StackPorts.choose(OptionalInt.empty(), OptionalInt.empty());
    try {
      PostgresServer postgres =
          keep(
              PostgresServer.start(
                  Downloads.ofUser(),
                  new PostgresServer.Options(
                      data.folder("postgres"),
                      databaseLog,
                      ports.postgres(),
                      password("postgres"),
                      false)));
      database = new MadangDatabase(postgres);
      database.prepare(secrets);
      new Migration(FunctionArtifact.of(repository, "migrate"), data)
          .run(database.url(), password(MadangDatabase.OWNER));
      database.admitAccounts();
      services = keep(new TokenIssuer(ports.serviceIssuer()));
      keep(new MetadataServer(EMBEDDING, ports.metadata(EMBEDDING), services));
      FunctionEnvironment environment =
          new FunctionEnvironment(ports, secrets, data.folder("objects"), database.url());
      FunctionProcess process =
          new FunctionProcess(
              FunctionArtifact.of(repository, EMBEDDING), environment.of(EMBEDDING), data, true);
      keep(new FunctionDoor(process, ports.function(EMBEDDING), true));
    } catch (RuntimeException e) {
      close();
      throw new PlainWords("the database or the embedding function did not start: " + e);
    }
  }

  /** What the database writes about itself. */
  public Path databaseLog() {
    return databaseLog;
  }

  /** JDBC address of the database. */
  public String databaseUrl() {
    return database.url();
  }

  /** The password of an account. */
  public String password(String account) {
    return secrets.getOrDefault(account, "");
  }

  /** Where the embedding function answers. */
  public String embeddingUrl() {
    return ports.functionUrl(EMBEDDING);
  }

  /** The token of a function that may ask the embedding function. */
  public String readerToken() {
    return services.serviceToken(FunctionEnvironment.account(READER), embeddingUrl());
  }

  /** Tells the embedding function that a document can be embedded; returns when it is. */
  public void embed(UUID document) {
    String subscription = "embedding.document-chunked";
    String address = embeddingUrl() + "/events/" + subscription;
    String payload = "{\"documentId\":\"" + document + "\"}";
    String message =
        "{\"message\":{\"data\":\"%s\",\"messageId\":\"1\",\"attributes\":{\"eventId\":\"%s\"}},\"subscription\":\"projects/%s/subscriptions/%s\"}"
            .formatted(
                Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8)),
                UUID.randomUUID(),
                FunctionEnvironment.PROJECT,
                subscription);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Authorization", "Bearer " + services.pushToken(address))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(message))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new PlainWords("the embedding function answered " + answer.statusCode());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the embedding function does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private <T extends AutoCloseable> T keep(T server) {
    running.push(server);
    return server;
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      try {
        running.pop().close();
      } catch (Exception e) {
        System.err.println("stopping: " + e);
      }
    }
  }
}
