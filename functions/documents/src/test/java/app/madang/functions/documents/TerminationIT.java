package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.FunctionInstance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

/**
 * What SIGTERM does to a function's process; what drains stands in the runtime, so for all alike.
 */
@Timeout(120)
class TerminationIT {

  /** What a JVM that SIGTERM ended says. */
  private static final int TERMINATED = 128 + 15;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Client owner = Platform.as("terminator");
  private final UUID document =
      Library.chunked(owner, owner.createCollection("마지막 호출"), "너구리가 울타리를 넘었다");

  @Test
  void aRunningCallEndsWellAndItsEventIsSentWhileNewCallsAreRefused() throws Exception {
    try (FunctionInstance instance = start();
        Connection lock = locked()) {
      CompletableFuture<HttpResponse<String>> running = delete(instance);
      Platform.awaitWaiting();
      instance.terminate();
      HttpResponse<String> refused = awaitRefusal(instance);
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      assertThat(JsonMapper.shared().readTree(refused.body()).path("code").asString())
          .isEqualTo("unavailable");
      assertThat(running).isNotDone();

      lock.rollback();
      assertThat(running.get().statusCode()).isEqualTo(204);
      assertThat(instance.ended()).isEqualTo(TERMINATED);
    }
    assertThat(owner.getDocument(document).status()).isEqualTo(404);
    assertThat(Platform.heard("documents.document-deleted", document)).isTrue();
  }

  @Test
  void aCallThatDoesNotEndIsLeftWithinTheTenSecondsOfCloudRunAndChangesNothing() throws Exception {
    try (FunctionInstance instance = start();
        Connection lock = locked()) {
      CompletableFuture<HttpResponse<String>> running = delete(instance);
      Platform.awaitWaiting();
      Instant asked = Instant.now();
      instance.terminate();
      assertThat(instance.ended()).isEqualTo(TERMINATED);
      assertThat(Duration.between(asked, Instant.now()))
          .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(10));
      assertThat(running).failsWithin(Duration.ofSeconds(5));
      lock.rollback();
    }
    assertThat(owner.getDocument(document).status()).isEqualTo(200);
  }

  @Test
  void aFunctionWithNothingToDoEndsAtOnce() throws Exception {
    try (FunctionInstance instance = start()) {
      Instant asked = Instant.now();
      instance.terminate();
      assertThat(instance.ended()).isEqualTo(TERMINATED);
      assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
    }
  }

  private static FunctionInstance start() {
    return FunctionInstance.start("documents", DocumentsFunction.class.getName());
  }

  /** Holds the document's row, so that a call that changes it waits. */
  private Connection locked() throws SQLException {
    Connection lock = Platform.superuserConnection();
    lock.setAutoCommit(false);
    try (Statement statement = lock.createStatement()) {
      statement.execute("SELECT FROM knowledge.documents WHERE id = '" + document + "' FOR UPDATE");
    }
    return lock;
  }

  private CompletableFuture<HttpResponse<String>> delete(FunctionInstance instance) {
    return HTTP.sendAsync(
        request(instance, "/v1/documents/" + document).DELETE().build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** Calls until the instance takes no more; the calls before that are answered. */
  private static HttpResponse<String> awaitRefusal(FunctionInstance instance) throws Exception {
    while (true) {
      HttpResponse<String> answer =
          HTTP.send(
              request(instance, "/v1/collections").build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      if (answer.statusCode() != 200) {
        assertThat(answer.statusCode()).isEqualTo(503);
        return answer;
      }
    }
  }

  private static HttpRequest.Builder request(FunctionInstance instance, String path) {
    return HttpRequest.newBuilder(URI.create(instance.url() + path))
        .header("Authorization", "Bearer " + Platform.STACK.tokens().userToken("terminator"));
  }
}
