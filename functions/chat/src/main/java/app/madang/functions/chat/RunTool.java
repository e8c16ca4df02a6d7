package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.functions.chat.mcp.Visitor;
import app.madang.functions.chat.mcp.Visitors;
import app.madang.functions.chat.openai.Beats;
import app.madang.functions.chat.openai.OpenAiProblem;
import app.madang.functions.chat.openai.RateLimits;
import app.madang.functions.chat.openai.WholeAnswer;
import app.madang.metering.UsageEvent;
import app.madang.models.ModelRequest.Sampling;
import app.madang.models.Turn;
import app.madang.models.Turn.Speaker;
import app.madang.runtime.Caller;
import app.madang.runtime.ProblemException;
import app.madang.runtime.web.ForeignOperation;
import app.madang.toolbox.InputValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /v1/store/tools/{toolId}/runs}: a tool's answer in one piece, for programs with an
 * API key as well as for people.
 */
final class RunTool implements ForeignOperation {

  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_CHARS = 20_000;
  private static final int MOST_TURNS = 40;
  private static final int MOST_INPUTS = 20;
  private static final int LONGEST_NAME = 255;

  private final ToolRuns runs;
  private final FormDocuments documents;
  private final Visitors visitors;
  private final RateLimits limits;
  private final Beats beats;
  private final JsonMapper json;

  RunTool(
      ToolRuns runs,
      FormDocuments documents,
      Visitors visitors,
      RateLimits limits,
      Beats beats,
      JsonMapper json) {
    this.runs = runs;
    this.documents = documents;
    this.visitors = visitors;
    this.limits = limits;
    this.beats = beats;
    this.json = json;
  }

  /** What was said before a question. */
  record Before(@Nullable Role role, @Nullable String text) {}

  /** Who said it. */
  enum Role {
    @JsonProperty("user")
    USER,
    @JsonProperty("assistant")
    ASSISTANT
  }

  /** A field of the tool's form; pictures belong to conversations. */
  record Filled(
      @Nullable String name,
      @Nullable String value,
      @Nullable String fileName,
      @Nullable UUID fileId) {}

  /** The body. */
  record Asked(
      @Nullable String question,
      @Nullable List<@Nullable Filled> inputs,
      @Nullable List<@Nullable Before> history) {}

  /** The answer; without a receipt when no model was asked. */
  record ToolAnswer(
      UUID id,
      UUID toolId,
      int release,
      String text,
      List<Citation> citations,
      @Nullable Receipt receipt) {}

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    byte[] body = read(request);
    Visitor visitor =
        visitors.of(request).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED));
    int wait = limits.take(visitor.bucket());
    if (wait > 0) {
      response.appendHeader("Retry-After", Integer.toString(wait));
      throw new ProblemException(ProblemCode.RATE_LIMITED);
    }
    ToolRuns.Ask ask = ask(toolId(request.getPath()), body, visitor.keyId());
    WholeAnswer waited = new WholeAnswer();
    ToolAnswer[] answer = new ToolAnswer[1];
    beats.add(waited, visitor.admitted());
    try {
      Caller.runAs(visitor.caller(), () -> answer[0] = answer(ask, waited));
    } catch (RuntimeException e) {
      if (!waited.cancelled()) {
        throw ModelProblems.of(e);
      }
    } finally {
      beats.remove(waited);
      waited.begins();
      if (waited.mustClose()) {
        response.appendHeader("Connection", "close");
      }
    }
    OpenAiProblem why = waited.ended();
    if (why != null) {
      throw new ProblemException(
          why.status() == 401 ? ProblemCode.UNAUTHENTICATED : ProblemCode.UNAVAILABLE);
    }
    if (!waited.gone()) {
      response.setStatusCode(200);
      response.setContentType("application/json");
      response.appendHeader("Cache-Control", "no-store");
      response.getOutputStream().write(json.writeValueAsBytes(answer[0]));
    }
  }

  private ToolAnswer answer(ToolRuns.Ask ask, WholeAnswer waited) {
    ToolRuns.Answered answered =
        runs.begin(ask).answer(LoneAnswers.Listener.silent(waited::cancelled));
    return new ToolAnswer(
        ask.id(),
        ask.toolId(),
        answered.release(),
        answered.said().text(),
        answered.citations(),
        answered.said().receipt());
  }

  private static byte[] read(HttpRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        throw new ProblemException(ProblemCode.TOO_LARGE);
      }
      return body;
    }
  }

  private static UUID toolId(String path) {
    try {
      return UUID.fromString(path.split("/")[4]);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
  }

  private ToolRuns.Ask ask(UUID toolId, byte[] body, @Nullable UUID keyId) {
    Asked asked;
    try {
      asked = json.readValue(body, Asked.class);
    } catch (StreamReadException e) {
      throw new ProblemException(ProblemCode.MALFORMED_JSON);
    } catch (JacksonException e) {
      throw new ProblemException(ProblemCode.INVALID_REQUEST);
    }
    if (asked == null) {
      throw new ProblemException(ProblemCode.MALFORMED_JSON);
    }
    List<@Nullable Before> history = asked.history() == null ? List.of() : asked.history();
    if (history.size() > MOST_TURNS) {
      throw ProblemException.field("history", "0-" + MOST_TURNS);
    }
    String question = asked.question() == null ? null : text("question", asked.question());
    List<InputValue> inputs = asked.inputs() == null ? null : inputs(asked.inputs());
    return new ToolRuns.Ask(
        UsageEvent.newId(Instant.now()),
        toolId,
        history.stream().map(RunTool::turn).toList(),
        tool -> Posed.byProgram(question, documents.said(inputs), history.isEmpty(), tool),
        List.of(),
        Sampling.defaults(),
        keyId);
  }

  private static List<InputValue> inputs(List<@Nullable Filled> given) {
    if (given.size() > MOST_INPUTS) {
      throw ProblemException.field("inputs", "0-" + MOST_INPUTS);
    }
    List<InputValue> values = new ArrayList<>();
    for (Filled each : given) {
      if (each == null || each.name() == null) {
        throw ProblemException.field("inputs", "name");
      }
      String file = each.fileName();
      if (file != null && (file.isBlank() || file.length() > LONGEST_NAME)) {
        throw ProblemException.field("inputs." + each.name(), "fileName 1-" + LONGEST_NAME);
      }
      values.add(new InputValue(each.name(), each.value(), file, null, each.fileId(), null));
    }
    return values;
  }

  private static Turn turn(@Nullable Before before) {
    if (before == null || before.role() == null) {
      throw ProblemException.field("history", "user, assistant");
    }
    return new Turn(
        before.role() == Role.USER ? Speaker.PERSON : Speaker.MODEL,
        text("history", before.text()));
  }

  private static String text(String field, @Nullable String text) {
    if (text == null || text.isBlank() || text.length() > MOST_CHARS) {
      throw ProblemException.field(field, "1-" + MOST_CHARS);
    }
    return text;
  }
}
