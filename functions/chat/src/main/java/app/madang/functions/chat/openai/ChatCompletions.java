package app.madang.functions.chat.openai;

import app.madang.contracts.Clearance;
import app.madang.functions.chat.cache.Kept;
import app.madang.identity.ApiKeys;
import app.madang.metering.Spender;
import app.madang.metering.UsageEvent;
import app.madang.models.Completion;
import app.madang.models.Tokens;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.PlaceholderBook;
import app.madang.models.routing.Selection;
import app.madang.runtime.Caller;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /openai/v1/chat/completions}: on the thread of the request from end to end. */
final class ChatCompletions implements ForeignOperation {

  private static final Logger LOG = LoggerFactory.getLogger(ChatCompletions.class);

  /** Says that no model was asked. */
  private static final String FROM_CACHE = "X-Madang-Cache";

  private final Entrance entrance;
  private final ModelDoor door;
  private final Beats beats;
  private final Repeats repeats;
  private final ToolCompletions tools;

  ChatCompletions(
      Entrance entrance, ModelDoor door, Beats beats, Repeats repeats, ToolCompletions tools) {
    this.tools = tools;
    this.entrance = entrance;
    this.door = door;
    this.beats = beats;
    this.repeats = repeats;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    try {
      ApiKeys.Owner owner = entrance.admit(request);
      ChatRequest asked = ChatRequest.of(entrance.read(request));
      Caller.callAs(
          owner.caller(),
          () -> {
            Optional<UUID> tool = ToolModels.idOf(asked.model());
            if (tool.isPresent()) {
              tools.serve(owner, asked, tool.get(), request, response);
            } else if (asked.stream()) {
              stream(owner, asked, request, response);
            } else {
              answer(owner, asked, request, response);
            }
            return true;
          });
    } catch (OpenAiProblem problem) {
      Answers.fail(response, problem);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      LOG.error("A completion failed", e);
      Answers.fail(response, OpenAiProblem.of(e, ""));
    }
  }

  private static DoorRequest request(ApiKeys.Owner owner, ChatRequest asked) {
    return new DoorRequest(
        UsageEvent.newId(Instant.now()),
        Selection.parse(asked.model()),
        asked.request(),
        Clearance.INTERNAL,
        new Spender(owner.caller().id(), owner.groups(), null),
        owner.keyId(),
        null,
        PlaceholderBook.ofOneCall());
  }

  private void answer(
      ApiKeys.Owner owner, ChatRequest asked, HttpRequest http, HttpResponse response)
      throws IOException {
    DoorRequest request = request(owner, asked);
    WholeAnswer waited = new WholeAnswer();
    WholeCompletion whole = new WholeCompletion(response, request.id(), waited);
    beats.add(waited, () -> entrance.admitted(http));
    try {
      Optional<String> key = repeats.key(request);
      Optional<Kept> kept = key.flatMap(known -> repeats.find(known, request));
      if (kept.isPresent()) {
        response.appendHeader(FROM_CACHE, "hit");
        whole.said(kept.get().model(), said(kept.get()));
      } else {
        DoorAnswer answer = door.call(request, whole);
        key.ifPresent(known -> repeats.keep(known, request, answer));
      }
    } catch (RuntimeException e) {
      if (waited.gone()) {
        return;
      }
      if (!whole.begun()) {
        OpenAiProblem why = waited.ended();
        throw why != null ? why : told(e, asked);
      }
      LOG.error("After a completion was said", e);
    } finally {
      beats.remove(waited);
      waited.begins();
      if (!whole.begun() && waited.mustClose()) {
        response.appendHeader("Connection", "close");
      }
    }
    whole.finish();
  }

  /** Its counts are what it took when it was written; nothing is charged for them. */
  private static Completion said(Kept kept) {
    Tokens tokens =
        new Tokens(kept.inputTokens(), kept.cachedInputTokens(), kept.outputTokens(), false);
    return new Completion(kept.text(), List.of(), Completion.Finish.STOP, tokens);
  }

  private void stream(
      ApiKeys.Owner owner, ChatRequest asked, HttpRequest http, HttpResponse response) {
    DoorRequest request = request(owner, asked);
    CompletionStream stream =
        new CompletionStream(
            response, "chatcmpl-" + request.id(), Instant.now().getEpochSecond(), asked.model());
    beats.add(stream, () -> entrance.admitted(http));
    try {
      Optional<String> key = repeats.key(request);
      Optional<Kept> kept = key.flatMap(known -> repeats.find(known, request));
      if (kept.isPresent()) {
        response.appendHeader(FROM_CACHE, "hit");
        stream.text(kept.get().text());
        stream.finish(said(kept.get()), asked.usage());
        return;
      }
      DoorAnswer answer = door.stream(request, stream, false);
      key.ifPresent(known -> repeats.keep(known, request, answer));
      stream.finish(answer.completion(), asked.usage());
    } catch (RuntimeException e) {
      OpenAiProblem why = stream.ended();
      if (stream.cancelled() && why == null) {
        return;
      }
      OpenAiProblem problem = why != null ? why : told(e, asked);
      if (!stream.begun()) {
        throw problem;
      }
      stream.fail(problem);
    } finally {
      beats.remove(stream);
      stream.begins();
    }
  }

  static OpenAiProblem told(RuntimeException e, ChatRequest asked) {
    OpenAiProblem problem = OpenAiProblem.of(e, asked.model());
    if (problem.status() == 500) {
      LOG.error("A completion failed", e);
    }
    return problem;
  }
}
