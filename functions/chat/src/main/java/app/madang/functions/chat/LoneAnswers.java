package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.functions.chat.mcp.McpCaller;
import app.madang.metering.Spender;
import app.madang.models.AnswerSink;
import app.madang.models.Completion;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelRequest;
import app.madang.models.Source;
import app.madang.models.Tokens;
import app.madang.models.Turn;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.PlaceholderBook;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.ToolOutput;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has a model answer what belongs to no conversation, as programs ask. */
final class LoneAnswers {

  private final ModelDoor door;
  private final ModelAnswers answers;
  private final Spenders spenders;

  LoneAnswers(ModelDoor door, ModelAnswers answers, Spenders spenders) {
    this.door = door;
    this.answers = answers;
    this.spenders = spenders;
  }

  /** Answers at once a question that belongs to no conversation. */
  String once(String question, List<Source> sources, McpCaller caller) {
    Alone asked =
        new Alone(
            UUID.randomUUID(),
            List.of(),
            Posed.inWords(question),
            List.of(),
            sources,
            ModelAnswers.USUAL,
            null,
            null,
            ModelRequest.Sampling.defaults(),
            caller.keyId());
    try {
      return alone(asked, Listener.silent(caller.cancelled())).text();
    } catch (RuntimeException e) {
      throw ModelProblems.of(e);
    }
  }

  /**
   * A question that belongs to no conversation, as programs ask.
   *
   * @param data what a model is told with it: confidential is told to those alone that may be
   * @param tool what answers; null when no tool does
   * @param model what was asked for; null for the usual
   */
  record Alone(
      UUID id,
      List<Turn> history,
      Posed question,
      List<Image> images,
      List<Source> sources,
      Clearance data,
      @Nullable ReleaseSnapshot tool,
      @Nullable String model,
      ModelRequest.Sampling sampling,
      @Nullable UUID keyId) {}

  /** Who waits for such an answer. */
  interface Listener extends Told.Reader {

    /** Whether it is wanted piece by piece, as it comes. */
    boolean piecewise();

    /** Somebody who wants the whole only. */
    static Listener silent(BooleanSupplier cancelled) {
      return new Listener() {
        @Override
        public boolean piecewise() {
          return false;
        }

        @Override
        public void text(String delta) {}

        @Override
        public boolean cancelled() {
          return cancelled.getAsBoolean();
        }
      };
    }
  }

  /**
   * What was said to it.
   *
   * @param receipt null when it was only quoted
   */
  record Said(String text, Completion.Finish finish, Tokens tokens, @Nullable Receipt receipt) {}

  /** Has a question answered; throws what the door throws. */
  Said alone(Alone asked, Listener listener) {
    if (!asked.images().isEmpty()) {
      answers.mustSee(asked.model());
    }
    List<CatalogModel> models = answers.candidates(asked.model(), asked.data());
    ReleaseSnapshot tool = asked.tool();
    if (models.isEmpty()) {
      Whole whole = new Whole(new StringBuilder(), listener);
      answers.quote(tool, asked.history(), asked.question().searched(), asked.sources(), whole);
      return new Said(whole.text().toString(), Completion.Finish.STOP, Tokens.NONE, null);
    }
    ModelRequest prompt = prompt(asked, ModelAnswers.room(models));
    Spender spender = spenders.with(tool == null ? null : tool.toolId());
    Function<ModelRequest, DoorRequest> call =
        told ->
            new DoorRequest(
                asked.id(),
                answers.selection(asked.model()),
                told,
                asked.data(),
                spender,
                asked.keyId(),
                null,
                PlaceholderBook.ofOneCall());
    Receipt.Terms terms = answers.terms(asked.sources().size());
    if (tool != null && tool.output().kind() == ToolOutput.Kind.JSON) {
      StrictAnswer.Written written =
          new StrictAnswer(door, OutputShape.schema(tool.output()), call, listener, terms)
              .write(prompt);
      listener.text(written.json());
      return new Said(
          written.json(),
          written.last().completion().finish(),
          written.tokens(),
          written.receipt());
    }
    DoorRequest request = call.apply(prompt);
    // what nobody has seen yet may be begun anew by another model
    DoorAnswer answer =
        listener.piecewise()
            ? door.stream(request, new Told(listener, terms, null), false)
            : door.call(request, listener::cancelled);
    Completion completion = answer.completion();
    return new Said(
        completion.text(), completion.finish(), completion.tokens(), Receipt.of(answer, terms));
  }

  private static ModelRequest prompt(Alone asked, int room) {
    ReleaseSnapshot tool = asked.tool();
    ModelRequest plain =
        Prompt.of(
            asked.history(), asked.question().told(), asked.images(), asked.sources(), tool, room);
    // a program cannot confirm what would be sent
    boolean acts = tool != null && !tool.actions().isEmpty();
    ModelRequest told = acts ? Prompt.acting(plain, false) : plain;
    // what a program asks for comes before what the tool says
    return asked.sampling().equals(ModelRequest.Sampling.defaults())
        ? told
        : told.withSampling(asked.sampling());
  }

  private record Whole(StringBuilder text, Listener listener) implements AnswerSink {

    @Override
    public void text(String delta) {
      text.append(delta);
      listener.text(delta);
    }

    @Override
    public boolean cancelled() {
      return listener.cancelled();
    }
  }
}
