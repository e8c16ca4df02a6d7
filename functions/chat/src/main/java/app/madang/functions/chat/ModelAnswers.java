package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.functions.chat.mcp.McpCaller;
import app.madang.metering.BudgetExceeded;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.Tariff;
import app.madang.models.AnswerModel;
import app.madang.models.AnswerRequest;
import app.madang.models.AnswerSink;
import app.madang.models.ModelFailure;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.Source;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.DoorSink;
import app.madang.models.door.ModelDoor;
import app.madang.models.door.PlaceholderBook;
import app.madang.models.masking.PersonalData;
import app.madang.models.masking.PersonalDataBlocked;
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
import app.madang.toolbox.ToolAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
      throw problem(e);
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
    if (models.isEmpty()) {
      quoting.answer(
          new AnswerRequest(
              question.history(), question.message().text(), sources, Locales.current()),
          reader);
      return Optional.empty();
    }
    UUID conversation = question.conversation().id();
    int room = models.getFirst().contextTokens() - Router.USUAL_OUTPUT;
    ModelRequest prompt =
        Prompt.of(
            question.history(),
            question.message().text(),
            pictures.of(question.message()),
            sources,
            question.tool(),
            room);
    Receipt.Terms terms = new Receipt.Terms(catalogue.get(), tariff.currency(), sources.size());
    try {
      if (question.acts() && models.getFirst().tools()) {
        return Optional.of(acting(question, data, prompt, terms, reader));
      }
      DoorAnswer answer =
          door.stream(
              request(
                  conversation,
                  question.model(),
                  data,
                  prompt,
                  placeholders.of(conversation),
                  spenders.with(question.toolId())),
              new Told(reader, terms, null),
              true);
      tellMasked(answer, reader);
      return Optional.of(Receipt.of(answer, terms));
    } catch (RuntimeException e) {
      throw told(e);
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
      Question question, Clearance data, ModelRequest prompt, Receipt.Terms terms, Reader reader) {
    List<ToolAction> allowed = Objects.requireNonNull(question.tool()).actions();
    boolean documents = terms.passages() > 0 || question.message().images() != null;
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
      DoorRequest request =
          request(
                  question.conversation().id(),
                  question.model(),
                  data,
                  asked,
                  placeholders.of(question.conversation().id()),
                  spenders.with(question.toolId()))
              .inClear(Actions.inClear(allowed));
      DoorAnswer answer =
          door.stream(
              request,
              new Told(reader, terms, whole == null ? null : whole.with(session.called())),
              true);
      Receipt made = Receipt.of(answer, terms);
      whole = whole == null ? made : whole.then(made);
      List<ToolCall> calls = answer.completion().calls();
      if (calls.isEmpty() || last) {
        tellMasked(answer, reader);
        return whole.with(session.called());
      }
      String said = answer.completion().text();
      messages.add(new FromModel(said.isEmpty() ? null : said, calls));
      for (ToolCall call : calls) {
        Optional<String> result = session.run(call);
        if (result.isEmpty()) {
          return whole.with(session.called());
        }
        messages.add(new ToolResult(call.id(), call.name(), result.get()));
      }
    }
  }

  /** Answers at once a question that belongs to no conversation. */
  String once(String question, List<Source> sources, McpCaller caller) {
    List<CatalogModel> models = candidates(null);
    if (models.isEmpty()) {
      Whole whole = new Whole(new StringBuilder());
      quoting.answer(new AnswerRequest(List.of(), question, sources, Locales.current()), whole);
      return whole.text().toString();
    }
    int room = models.getFirst().contextTokens() - Router.USUAL_OUTPUT;
    ModelRequest prompt = Prompt.of(List.of(), question, List.of(), sources, null, room);
    try {
      DoorRequest request =
          request(
              null,
              null,
              USUAL,
              prompt,
              PlaceholderBook.ofOneCall(),
              spenders.current(),
              caller.keyId());
      return door.call(request, caller.cancelled()::getAsBoolean).completion().text();
    } catch (RuntimeException e) {
      throw told(e);
    }
  }

  /**
   * What the model of a question said to something asked for its sake.
   *
   * @param text empty when it did not answer
   * @param took null when no model was asked at all
   */
  record Aside(String text, Receipt.@Nullable Rewriting took) {}

  /** Asks the model of a question for something else, as long as somebody waits. */
  Aside aside(Question question, ModelRequest prompt, BooleanSupplier cancelled) {
    UUID conversation = question.conversation().id();
    DoorRequest request =
        request(
            conversation,
            question.model(),
            question.conversation().clearance(),
            prompt,
            placeholders.of(conversation),
            spenders.with(question.toolId()));
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

  private record Whole(StringBuilder text) implements AnswerSink {

    @Override
    public void text(String delta) {
      text.append(delta);
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private static RuntimeException told(RuntimeException e) {
    return switch (e) {
      case RoutingProblem problem -> problem(problem);
      case BudgetExceeded spent -> spent.problem();
      case PersonalDataBlocked blocked -> new ProblemException(ProblemCode.PERSONAL_DATA_BLOCKED);
      case RoutedFailure failure -> {
        LOG.warn("No model answered: {}", failure.attempts());
        yield problem(failure.last());
      }
      default -> e;
    };
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

  private static ProblemException problem(RoutingProblem e) {
    return switch (e.reason()) {
      case UNKNOWN_MODEL -> new ProblemException(ProblemCode.MODEL_NOT_FOUND);
      case TOO_LONG ->
          new ProblemException(
              ProblemCode.CONTEXT_TOO_LONG,
              List.of(
                  new ProblemException.FieldError("tokens", Long.toString(e.tokens())),
                  new ProblemException.FieldError("most", Long.toString(e.most()))));
      case ABILITY -> new ProblemException(ProblemCode.IMAGES_NOT_TAKEN);
      case NO_MODEL, CLEARANCE -> new ProblemException(ProblemCode.MODEL_NOT_FOUND);
    };
  }

  private static ProblemException problem(ModelFailure last) {
    return new ProblemException(
        switch (last.kind()) {
          case CONTENT_REFUSED -> ProblemCode.MODEL_REFUSED;
          case TOO_LONG -> ProblemCode.CONTEXT_TOO_LONG;
          case RATE_LIMITED -> ProblemCode.RATE_LIMITED;
          case CUT, SILENCE, GARBLED, INVALID -> ProblemCode.MODEL_FAILED;
          default -> ProblemCode.UNAVAILABLE;
        });
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
        reader.broke(before == null ? made : before.then(made));
      }
    }
  }
}
