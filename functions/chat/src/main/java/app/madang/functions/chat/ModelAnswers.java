package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.functions.chat.mcp.McpCaller;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.Tariff;
import app.madang.models.AnswerModel;
import app.madang.models.AnswerRequest;
import app.madang.models.AnswerSink;
import app.madang.models.Completion;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.Source;
import app.madang.models.Tokens;
import app.madang.models.Turn;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.DoorSink;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.PlaceholderBook;
import app.madang.models.masking.PersonalData;
import app.madang.models.routing.Attempt;
import app.madang.models.routing.RoutedFailure;
import app.madang.models.routing.Router;
import app.madang.models.routing.RoutingProblem;
import app.madang.models.routing.RoutingProblem.Reason;
import app.madang.models.routing.Selection;
import app.madang.models.routing.Skipped;
import app.madang.models.setup.ModelSetup;
import app.madang.runtime.Caller;
import app.madang.runtime.Locales;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.ToolAction;
import app.madang.toolbox.ToolOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Has a model write an answer: whichever serves, or the one that only quotes when none is set. */
final class ModelAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ModelAnswers.class);

  /** What people write, and documents until their owners say otherwise. */
  static final Clearance USUAL = Clearance.INTERNAL;

  private final ModelDoor door;
  private final ModelSetup catalogue;
  private final Tariff tariff;
  private final AnswerModel quoting;
  private final ConversationPlaceholders placeholders;
  private final Spenders spenders;
  private final Pictures pictures;
  private final Actions actions;

  ModelAnswers(
      ModelDoor door,
      ModelSetup catalogue,
      Tariff tariff,
      AnswerModel quoting,
      ConversationPlaceholders placeholders,
      Spenders spenders,
      Pictures pictures,
      Actions actions) {
    this.door = door;
    this.catalogue = catalogue;
    this.tariff = tariff;
    this.quoting = quoting;
    this.placeholders = placeholders;
    this.spenders = spenders;
    this.pictures = pictures;
    this.actions = actions;
  }

  /** What the reader is told while an answer is written. */
  interface Reader extends AnswerSink, Actions.Reader {

    @Override
    boolean cancelled();

    /** Another model goes on. */
    void switched(String model);

    /** So many private values stayed here. */
    void masked(int values);

    /** No model finished the answer, and this is what it took. */
    void broke(Receipt receipt);
  }

  /** The models that would answer, best first; none when only quoting is left. */
  List<CatalogModel> candidates(@Nullable String model) {
    return candidates(model, USUAL);
  }

  /** Those of them that may be told such data; none when only quoting is left. */
  List<CatalogModel> candidates(@Nullable String model, Clearance data) {
    return candidates(model, data, FromPerson.of("?"));
  }

  /** Refuses pictures where no model may be shown them. */
  void mustSee(@Nullable String model) {
    Image any = new Image("image/png", "");
    if (candidates(model, USUAL, new FromPerson(List.of(any))).isEmpty()) {
      throw new ProblemException(ProblemCode.IMAGES_NOT_TAKEN);
    }
  }

  private List<CatalogModel> candidates(@Nullable String model, Clearance data, FromPerson asked) {
    ModelRequest any = ModelRequest.of(List.of(asked));
    try {
      return door.candidates(
          request(null, model, data, any, PlaceholderBook.ofOneCall(), nobody()));
    } catch (RoutingProblem e) {
      boolean none = model == null && e.reason() == Reason.NO_MODEL;
      boolean secret = data == Clearance.CONFIDENTIAL && e.reason() == Reason.CLEARANCE;
      if (none || secret) {
        return List.of();
      }
      throw ModelProblems.of(e);
    }
  }

  private static Spender nobody() {
    return new Spender(Caller.current().id(), java.util.Set.of(), null);
  }

  /** The name kept with an answer to be. */
  String name(@Nullable String model) {
    List<CatalogModel> first = candidates(model);
    return first.isEmpty() ? quoting.name() : first.getFirst().id();
  }

  /** Whether sentences are written, not only quoted. */
  boolean generative(@Nullable String model) {
    return !candidates(model).isEmpty() || quoting.generative();
  }

  /** Writes an answer; the receipt, or none when it was quoted. */
  Optional<Receipt> write(Question question, Clearance data, List<Source> sources, Reader reader) {
    List<CatalogModel> models = candidates(question.model(), data);
    ReleaseSnapshot tool = question.tool();
    if (models.isEmpty()) {
      mustQuote(tool);
      quoting.answer(
          new AnswerRequest(question.history(), question.searched(), sources, Locales.current()),
          reader);
      return Optional.empty();
    }
    UUID conversation = question.conversation().id();
    int room = models.getFirst().contextTokens() - Router.USUAL_OUTPUT;
    ModelRequest prompt =
        Prompt.of(
            question.history(),
            question.told(),
            pictures.of(question.message()),
            sources,
            tool,
            room);
    Receipt.Terms terms = terms(sources.size());
    try {
      Spender spender = spenders.with(question.toolId());
      Told told = new Told(reader, terms, null);
      Function<ModelRequest, DoorRequest> call =
          asked ->
              request(
                  conversation,
                  question.model(),
                  data,
                  asked,
                  placeholders.of(conversation),
                  spender);
      if (tool != null && tool.output().kind() == ToolOutput.Kind.JSON) {
        return Optional.of(strict(prompt, OutputShape.schema(tool.output()), call, told));
      }
      if (question.acts()) {
        boolean may = models.getFirst().tools();
        prompt = Prompt.acting(prompt, may);
        if (may) {
          return Optional.of(acting(question, prompt, call, terms, reader));
        }
      }
      DoorAnswer answer = door.stream(call.apply(prompt), told, true);
      tellMasked(answer, reader);
      return Optional.of(Receipt.of(answer, terms));
    } catch (RuntimeException e) {
      throw ModelProblems.of(e);
    }
  }

  /** Refuses tools whose answers cannot be quoted. */
  private void mustQuote(@Nullable ReleaseSnapshot tool) {
    if (tool != null && OutputShape.needsModel(tool.output()) && !quoting.generative()) {
      throw new ProblemException(ProblemCode.MODEL_NEEDED);
    }
  }

  /** Writes JSON; who keeps to schemas by itself is told the schema so, too. */
  private Receipt strict(
      ModelRequest prompt, JsonNode schema, Function<ModelRequest, DoorRequest> call, Told told) {
    ModelRequest shaped = OutputShape.bySchema(prompt, schema);
    StrictAnswer.Written written =
        new StrictAnswer(
                schema,
                (asked, sink) -> door.stream(call.apply(asked), sink, false),
                told,
                told.terms())
            .write(takesSchemas(call.apply(shaped)) ? shaped : prompt);
    if (written.json() == null) {
      told.reader().broke(written.receipt());
    }
    told.text(written.fitting());
    tellMasked(written.last(), told.reader());
    return written.receipt();
  }

  private boolean takesSchemas(DoorRequest request) {
    try {
      return !door.candidates(request).isEmpty();
    } catch (RoutingProblem e) {
      return false;
    }
  }

  private static void tellMasked(DoorAnswer answer, Reader reader) {
    int masked = answer.masked().values().stream().mapToInt(Integer::intValue).sum();
    if (masked > 0) {
      reader.masked(masked);
    }
  }

  /** The model and the tool's actions in turns; each call of the model is paid when it is over. */
  private Receipt acting(
      Question question,
      ModelRequest prompt,
      Function<ModelRequest, DoorRequest> call,
      Receipt.Terms terms,
      Reader reader) {
    List<ToolAction> allowed = Objects.requireNonNull(question.tool()).actions();
    boolean documents =
        terms.passages() > 0
            || question.message().images() != null
            || question.message().inputs() != null;
    Actions.Session session = actions.of(question, documents, reader);
    List<ModelMessage> messages = new ArrayList<>(prompt.messages());
    Receipt whole = null;
    for (int round = 0; ; round++) {
      boolean last = round == Actions.MOST_ROUNDS;
      ModelRequest asked =
          new ModelRequest(
              messages,
              Actions.offered(allowed),
              last ? ModelRequest.ToolChoice.NONE : ModelRequest.ToolChoice.AUTO,
              prompt.format(),
              prompt.sampling());
      DoorRequest request = call.apply(asked).inClear(Actions.inClear(allowed));
      DoorAnswer answer =
          door.stream(
              request,
              new Told(reader, terms, whole == null ? null : whole.with(session.called())),
              true);
      Receipt made = Receipt.of(answer, terms);
      whole = whole == null ? made : whole.and(made);
      List<ToolCall> calls = answer.completion().calls();
      if (calls.isEmpty() || last) {
        tellMasked(answer, reader);
        return whole.with(session.called());
      }
      String said = answer.completion().text();
      messages.add(new FromModel(said.isEmpty() ? null : said, calls));
      for (ToolCall wanted : calls) {
        Optional<String> result = session.run(wanted);
        if (result.isEmpty()) {
          return whole.with(session.called());
        }
        messages.add(new ToolResult(wanted.id(), wanted.name(), result.get()));
      }
    }
  }

  /** Answers at once a question that belongs to no conversation. */
  String once(String question, List<Source> sources, McpCaller caller) {
    Alone asked =
        new Alone(
            UUID.randomUUID(),
            List.of(),
            question,
            List.of(),
            sources,
            USUAL,
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
      String question,
      List<Image> images,
      List<Source> sources,
      Clearance data,
      @Nullable ReleaseSnapshot tool,
      @Nullable String model,
      ModelRequest.Sampling sampling,
      @Nullable UUID keyId) {}

  /** Who waits for such an answer. */
  interface Listener extends DoorSink {

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

  /** Has a question answered that belongs to no conversation; throws what the door throws. */
  Said alone(Alone asked, Listener listener) {
    if (!asked.images().isEmpty()) {
      mustSee(asked.model());
    }
    List<CatalogModel> models = candidates(asked.model(), asked.data());
    if (models.isEmpty()) {
      mustQuote(asked.tool());
      Whole whole = new Whole(new StringBuilder(), listener);
      quoting.answer(
          new AnswerRequest(asked.history(), asked.question(), asked.sources(), Locales.current()),
          whole);
      return new Said(whole.text().toString(), Completion.Finish.STOP, Tokens.NONE, null);
    }
    int room = models.getFirst().contextTokens() - Router.USUAL_OUTPUT;
    ModelRequest plain =
        Prompt.of(
            asked.history(), asked.question(), asked.images(), asked.sources(), asked.tool(), room);
    // a program cannot confirm what would be sent
    boolean acts = asked.tool() != null && !asked.tool().actions().isEmpty();
    ModelRequest told = acts ? Prompt.acting(plain, false) : plain;
    // what a program asks for comes before what the tool says
    ModelRequest prompt =
        asked.sampling().equals(ModelRequest.Sampling.defaults())
            ? told
            : told.withSampling(asked.sampling());
    UUID toolId = asked.tool() == null ? null : asked.tool().toolId();
    DoorRequest request =
        new DoorRequest(
            asked.id(),
            Selection.parse(asked.model() == null ? catalogue.usual() : asked.model()),
            prompt,
            asked.data(),
            spenders.with(toolId),
            asked.keyId(),
            null,
            PlaceholderBook.ofOneCall());
    // what nobody has seen yet may be begun anew by another model
    DoorAnswer answer =
        listener.piecewise()
            ? door.stream(request, listener, false)
            : door.call(request, listener::cancelled);
    Completion completion = answer.completion();
    return new Said(
        completion.text(),
        completion.finish(),
        completion.tokens(),
        Receipt.of(answer, terms(asked.sources().size())));
  }

  /** Whose names and in what money a receipt tells. */
  private Receipt.Terms terms(int passages) {
    return new Receipt.Terms(catalogue.get(), tariff.currency(), passages);
  }

  /**
   * What the model of a question said to something asked for its sake.
   *
   * @param text empty when it did not answer
   * @param took null when no model was asked at all
   */
  record Aside(String text, Receipt.@Nullable Rewriting took) {}

  /**
   * For which question something is asked beside it.
   *
   * @param conversation null when it belongs to none
   * @param data what the question and what was said before are
   */
  record Beside(
      @Nullable UUID conversation,
      @Nullable String model,
      Clearance data,
      @Nullable UUID toolId,
      @Nullable UUID keyId) {

    static Beside of(Question question) {
      return new Beside(
          question.conversation().id(),
          question.model(),
          question.conversation().clearance(),
          question.toolId(),
          null);
    }
  }

  /** Asks the model of a question for something else, as long as somebody waits. */
  Aside aside(Beside beside, ModelRequest prompt, BooleanSupplier cancelled) {
    UUID conversation = beside.conversation();
    DoorRequest request =
        request(
            conversation,
            beside.model(),
            beside.data(),
            prompt,
            conversation == null ? PlaceholderBook.ofOneCall() : placeholders.of(conversation),
            spenders.with(beside.toolId()),
            beside.keyId());
    Overheard sink = new Overheard(cancelled, catalogue.get());
    try {
      DoorAnswer answer = door.stream(request, sink, false);
      return new Aside(
          answer.completion().text(),
          Receipt.ofRewriting(answer.attempts(), answer.cost(), sink.catalogue));
    } catch (RoutedFailure e) {
      LOG.info("Nothing was said aside: {}", e.attempts());
      return new Aside("", sink.took);
    }
  }

  /** Nobody reads along; what it took when it broke is kept. */
  private static final class Overheard implements DoorSink {

    private final BooleanSupplier cancelled;
    private final Catalogue catalogue;
    private Receipt.@Nullable Rewriting took;

    private Overheard(BooleanSupplier cancelled, Catalogue catalogue) {
      this.cancelled = cancelled;
      this.catalogue = catalogue;
    }

    @Override
    public void text(String delta) {}

    @Override
    public boolean cancelled() {
      return cancelled.getAsBoolean();
    }

    @Override
    public void broke(
        List<Attempt> attempts,
        List<Skipped> skipped,
        Map<PersonalData, Integer> masked,
        Money cost) {
      took = attempts.isEmpty() ? null : Receipt.ofRewriting(attempts, cost, catalogue);
    }
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

  private DoorRequest request(
      @Nullable UUID conversation,
      @Nullable String model,
      Clearance data,
      ModelRequest prompt,
      PlaceholderBook known,
      Spender spender) {
    return request(conversation, model, data, prompt, known, spender, null);
  }

  private DoorRequest request(
      @Nullable UUID conversation,
      @Nullable String model,
      Clearance data,
      ModelRequest prompt,
      PlaceholderBook known,
      Spender spender,
      @Nullable UUID keyId) {
    return new DoorRequest(
        UUID.randomUUID(),
        Selection.parse(model == null ? catalogue.usual() : model),
        prompt,
        data,
        spender,
        keyId,
        conversation,
        known);
  }

  /** What was asked of models before, for the same answer, is in the receipt; null when nothing. */
  private record Told(Reader reader, Receipt.Terms terms, @Nullable Receipt before)
      implements DoorSink {

    @Override
    public void text(String delta) {
      reader.text(delta);
    }

    @Override
    public boolean cancelled() {
      return reader.cancelled();
    }

    @Override
    public void switched(String from, String to, boolean midway) {
      reader.switched(terms.catalogue().model(to).map(CatalogModel::name).orElse(to));
    }

    @Override
    public void broke(
        List<Attempt> attempts,
        List<Skipped> skipped,
        Map<PersonalData, Integer> masked,
        Money cost) {
      if (!attempts.isEmpty()) {
        Receipt made = Receipt.ofBroken(attempts, skipped, masked, cost, terms);
        reader.broke(before == null ? made : before.and(made));
      }
    }
  }
}
