package app.madang.functions.documents.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers of Google's interfaces in their wire format, by a part of the request. */
public final class Recorded implements AutoCloseable {

  private final HttpServer server;
  private final List<Answer> answers = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private record Answer(String part, int status, byte[] body) {}

  Recorded() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The later counts first. */
  Recorded answer(String part, int status, String file) {
    try (InputStream in = Recorded.class.getResourceAsStream("/wire/" + file)) {
      answers.addFirst(new Answer(part, status, Objects.requireNonNull(in).readAllBytes()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers with a body. */
  public Recorded bytes(String part, String body) {
    answers.addFirst(new Answer(part, 200, body.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  List<String> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String request = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
    asked.add(request + " " + exchange.getRequestHeaders().getFirst("Authorization"));
    Answer answer =
        answers.stream()
            .filter(known -> request.contains(known.part()))
            .findFirst()
            .orElse(new Answer("", 500, new byte[0]));
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    if (answer.status() == 403 || answer.status() == 429) {
      exchange.getResponseHeaders().add("Retry-After", "30");
    }
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
