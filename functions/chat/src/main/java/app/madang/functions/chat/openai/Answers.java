package app.madang.functions.chat.openai;

import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whole answers. */
final class Answers {

  private Answers() {}

  static void send(HttpResponse response, int status, byte[] body) throws IOException {
    begin(response, status);
    response.getOutputStream().write(body);
  }

  static void begin(HttpResponse response, int status) {
    response.setStatusCode(status);
    response.setContentType("application/json");
    response.appendHeader("Cache-Control", "no-store");
  }

  static void fail(HttpResponse response, OpenAiProblem problem) throws IOException {
    if (problem.retryAfterSeconds() > 0) {
      response.appendHeader("Retry-After", Integer.toString(problem.retryAfterSeconds()));
    }
    if (problem.isFinal()) {
      // OpenAI's clients try a 429 or a 5xx again unless they are told not to
      response.appendHeader("x-should-retry", "false");
    }
    send(response, problem.status(), problem.json().getBytes(StandardCharsets.UTF_8));
  }
}
