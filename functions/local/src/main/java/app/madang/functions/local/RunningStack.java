package app.madang.functions.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A stack that another process runs, as seen from its data folder. */
record RunningStack(DataFolder data, HttpClient http) {

  static RunningStack of(DataFolder data) {
    return new RunningStack(data, HttpClient.newHttpClient());
  }

  /** Asks the stack; empty when none runs. */
  Optional<String> ask(String path) {
    if (data.portBase().isEmpty()) {
      return Optional.empty();
    }
    int port = new StackPorts(data.portBase().getAsInt()).control();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5))
            .header(ControlServer.SECRET, data.secrets().getOrDefault("control", ""))
            .build();
    try {
      HttpResponse<String> response =
          http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Waits until no stack answers any more. */
  boolean awaitGone(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < deadline) {
      if (ask("/status").isEmpty()) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }
}
