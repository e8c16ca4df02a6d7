package app.madang.functions.chat;

import app.madang.testing.ContractValidator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads an answer's stream as a browser does; each event is held against the contract. */
final class AnswerReader implements AutoCloseable {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final int status;
  private final InputStream body;
  private final BufferedReader lines;
  private final List<Event> events = new ArrayList<>();
  private final JsonNode problem;

  /** An event and when it came. */
  record Event(long id, String kind, String text, long nanos) {

    JsonNode data() {
      return ContractValidator.checkEvent(text);
    }
  }

  private AnswerReader(String operation, HttpResponse<InputStream> response) throws IOException {
    status = response.statusCode();
    body = response.body();
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    String type = response.headers().firstValue("Content-Type").orElse("");
    problem =
        status == 200
            ? null
            : ContractValidator.check(
                operation, status, type, new String(body.readAllBytes(), StandardCharsets.UTF_8));
  }

  static AnswerReader open(String operation, HttpRequest.Builder request) {
    try {
      return new AnswerReader(
          operation, HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int status() {
    return status;
  }

  String problemCode() {
    return problem.path("code").asString();
  }

  /** Why nothing streamed. */
  JsonNode problem() {
    return problem;
  }

  /** Reads to the end. */
  List<Event> all() {
    return until(event -> false);
  }

  /** Reads up to the first event that passes, or to the end, and then checks what came. */
  List<Event> until(Predicate<Event> last) {
    int before = events.size();
    read(last);
    events.subList(before, events.size()).forEach(Event::data);
    return events;
  }

  private void read(Predicate<Event> last) {
    try {
      long id = 0;
      String kind = "";
      String line = lines.readLine();
      while (line != null) {
        if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.startsWith("event: ")) {
          kind = line.substring(7);
        } else if (line.startsWith("data: ")) {
          long now = System.nanoTime();
          Event event = new Event(id, kind, line.substring(6), now);
          events.add(event);
          if (last.test(event)) {
            return;
          }
        }
        line = lines.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads until so many deltas came. */
  AnswerReader deltas(int count) {
    until(event -> events.stream().filter(e -> e.kind().equals("delta")).count() >= count);
    return this;
  }

  List<Event> events() {
    return events;
  }

  /** The codes of what was told besides the answer. */
  List<String> notices() {
    return events.stream()
        .filter(event -> event.kind().equals("notice"))
        .map(event -> event.data().path("code").asString())
        .toList();
  }

  List<String> kinds() {
    return events.stream().map(Event::kind).toList();
  }

  Event last() {
    return events.getLast();
  }

  JsonNode answer() {
    return last().data().path("answer");
  }

  UUID answerId() {
    return UUID.fromString(events.getFirst().data().path("answerId").asString());
  }

  String text() {
    return events.stream()
        .filter(e -> e.kind().equals("delta"))
        .map(e -> e.data().path("text").asString())
        .collect(Collectors.joining());
  }

  /** Leaves, as a closed tab does. */
  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
