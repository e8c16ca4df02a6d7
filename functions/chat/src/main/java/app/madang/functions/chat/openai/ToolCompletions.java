package app.madang.functions.chat.openai;

import app.madang.identity.ApiKeys;
import app.madang.metering.UsageEvent;
import app.madang.runtime.Caller;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Completions that a released tool writes; inside the scope of who asks. */
final class ToolCompletions {

  private final Entrance entrance;
  private final Beats beats;
  private final ToolModels tools;

  ToolCompletions(Entrance entrance, Beats beats, ToolModels tools) {
    this.entrance = entrance;
    this.beats = beats;
    this.tools = tools;
  }

  void serve(
      ApiKeys.Owner owner, ChatRequest asked, UUID toolId, HttpRequest http, HttpResponse response)
      throws IOException {
    UUID id = UsageEvent.newId(Instant.now());
    ToolModels.Question question = ToolQuestions.of(asked, toolId, id, owner.keyId());
    ToolModels.Run run;
    try {
      run = tools.begin(question);
    } catch (RuntimeException e) {
      throw ChatCompletions.told(e, asked);
    }
    BooleanSupplier admitted = () -> entrance.admitted(http) && mayGoOn(owner, run, asked);
    if (asked.stream()) {
      stream(run, id, asked, admitted, response);
    } else {
      answer(run, id, asked, admitted, response);
    }
  }

  /** Asked by another thread; who may no longer use the tool is told that there is none. */
  private static boolean mayGoOn(ApiKeys.Owner owner, ToolModels.Run run, ChatRequest asked) {
    Caller.runAs(
        owner.caller(),
        () -> {
          if (!run.mayGoOn()) {
            throw OpenAiProblem.unknownModel(asked.model());
          }
        });
    return true;
  }

  private void answer(
      ToolModels.Run run,
      UUID id,
      ChatRequest asked,
      BooleanSupplier admitted,
      HttpResponse response)
      throws IOException {
    WholeAnswer waited = new WholeAnswer();
    beats.add(waited, admitted);
    ToolModels.Said said;
    try {
      said = run.answer(new Whole(waited));
    } catch (RuntimeException e) {
      if (waited.gone()) {
        return;
      }
      OpenAiProblem why = waited.ended();
      throw why != null ? why : ChatCompletions.told(e, asked);
    } finally {
      beats.remove(waited);
      waited.begins();
      if (waited.mustClose()) {
        response.appendHeader("Connection", "close");
      }
    }
    OpenAiProblem why = waited.ended();
    if (why != null) {
      throw why;
    }
    String body =
        WholeCompletion.json(
            id, asked.model(), said.completion(), ",\"citations\":" + said.citations());
    Answers.send(response, 200, body.getBytes(StandardCharsets.UTF_8));
  }

  private record Whole(WholeAnswer waited) implements ToolModels.Reader {

    @Override
    public boolean piecewise() {
      return false;
    }

    @Override
    public void text(String delta) {}

    @Override
    public boolean cancelled() {
      return waited.cancelled();
    }
  }

  private void stream(
      ToolModels.Run run,
      UUID id,
      ChatRequest asked,
      BooleanSupplier admitted,
      HttpResponse response) {
    CompletionStream stream =
        new CompletionStream(
            response, "chatcmpl-" + id, Instant.now().getEpochSecond(), asked.model());
    beats.add(stream, admitted);
    try {
      ToolModels.Said said = run.answer(new Piecewise(stream));
      stream.finish(said.completion(), asked.usage(), ",\"citations\":" + said.citations());
    } catch (RuntimeException e) {
      OpenAiProblem why = stream.ended();
      if (stream.cancelled() && why == null) {
        return;
      }
      OpenAiProblem problem = why != null ? why : ChatCompletions.told(e, asked);
      if (!stream.begun()) {
        throw problem;
      }
      stream.fail(problem);
    } finally {
      beats.remove(stream);
      stream.begins();
    }
  }

  private record Piecewise(CompletionStream stream) implements ToolModels.Reader {

    @Override
    public boolean piecewise() {
      return true;
    }

    @Override
    public void text(String delta) {
      if (!delta.isEmpty()) {
        stream.text(delta);
      }
    }

    @Override
    public boolean cancelled() {
      return stream.cancelled();
    }
  }
}
