package app.madang.knowledge.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.Clearance;
import app.madang.knowledge.EmbeddingPort.EmbeddingUnavailableException;
import app.madang.knowledge.EmbeddingPort.Purpose;
import app.madang.knowledge.EmbeddingSpace;
import app.madang.runtime.Caller;
import app.madang.runtime.web.JsonConfiguration;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEmbeddingTest {

  private static final EmbeddingSpace SPACE = new EmbeddingSpace("mini", 384);

  private final AtomicReference<String> asked = new AtomicReference<>("");
  private HttpServer server;
  private HttpEmbedding embedding;
  private volatile int status = 200;
  private volatile String answer = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/internal/v1/embeddings",
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.set(exchange.getRequestMethod() + " " + token + " " + body);
          byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    embedding =
        new HttpEmbedding(
            "http://127.0.0.1:" + server.getAddress().getPort(),
            () -> "token",
            JsonConfiguration.strictMapper());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void itAsksAsTheContractSays() {
    answer = "{\"model\":\"mini\",\"vectors\":[[0.5,-1],[0,1]]}";
    List<float[]> vectors =
        embedding.embed(SPACE, Purpose.QUESTION, Clearance.INTERNAL, List.of("휴가", "leave"));
    assertThat(vectors).containsExactly(new float[] {0.5f, -1}, new float[] {0, 1});
    assertThat(asked)
        .hasValue(
            "POST Bearer token {\"model\":\"mini\",\"dimensions\":384,\"purpose\":\"QUESTION\",\"data\":\"INTERNAL\","
                + "\"texts\":[\"휴가\",\"leave\"]}");
  }

  @Test
  void whoAsksPays() throws Exception {
    answer = "{\"model\":\"mini\",\"vectors\":[[0.5,-1]]}";
    Caller asker = new Caller(UUID.randomUUID(), "a@example.com", "a", Set.of());
    Caller.callAs(
        asker, () -> embedding.embed(SPACE, Purpose.QUESTION, Clearance.INTERNAL, List.of("휴가")));
    assertThat(asked.get()).endsWith("\"person\":\"" + asker.id() + "\"}");
  }

  @ParameterizedTest
  @CsvSource({"402,true", "404,true", "422,true", "401,false", "500,false", "503,false"})
  void aRefusalIsToldFromAFunctionThatIsDown(int answered, boolean refusal) {
    status = answered;
    assertThatThrownBy(
            () -> embedding.embed(SPACE, Purpose.QUESTION, Clearance.CONFIDENTIAL, List.of("a")))
        .isInstanceOfSatisfying(
            EmbeddingUnavailableException.class, e -> assertThat(e.isRefusal()).isEqualTo(refusal));
    assertThat(asked.get()).contains("\"data\":\"CONFIDENTIAL\"");
  }

  @Test
  void whatIsNoAnswerIsUnavailable() {
    status = 503;
    assertUnavailable();
    status = 200;
    answer = "<html>";
    assertUnavailable();
    answer = "{\"model\":\"mini\",\"vectors\":[]}";
    assertUnavailable();
    server.stop(0);
    assertUnavailable();
  }

  private void assertUnavailable() {
    assertThatThrownBy(
            () -> embedding.embed(SPACE, Purpose.PASSAGE, Clearance.PUBLIC, List.of("a")))
        .isInstanceOf(EmbeddingUnavailableException.class);
  }
}
