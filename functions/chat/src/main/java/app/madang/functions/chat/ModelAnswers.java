package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.contracts.ProblemCode;
import app.madang.metering.Money;
import app.madang.metering.Spender;
import app.madang.metering.Tariff;
import app.madang.models.AnswerModel;
import app.madang.models.AnswerRequest;
import app.madang.models.AnswerSink;
import app.madang.models.ModelMessage.FromPerson;
import app.madang.models.ModelMessage.Image;
import app.madang.models.ModelRequest;
import app.madang.models.Source;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which models answer, whichever serves, or the one that only quotes when none is set. */
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

  ModelAnswers(
      ModelDoor door,
      ModelSetup catalogue,
      Tariff tariff,
      AnswerModel quoting,
      ConversationPlaceholders placeholders,
      Spenders spenders) {
    this.door = door;
    this.catalogue = catalogue;
    this.tariff = tariff;
    this.quoting = quoting;
    this.placeholders = placeholders;
    this.spenders = spenders;
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
          request(null, model, data, any, PlaceholderBook.ofOneCall(), nobody(), null));
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

  /** Who quotes where no model is asked. */
  String quoter() {
    return quoting.name();
  }

  /** Whether sentences are written, not only quoted. */
  boolean generative(@Nullable String model) {
    return !candidates(model).isEmpty() || quoting.generative();
  }

  /**
   * Quotes what was found, where no model answers.
   *
   * @throws ProblemException model_needed for a tool whose answers cannot be quoted
   */
  void quote(
      @Nullable ReleaseSnapshot tool,
      List<Turn> history,
      String question,
      List<Source> sources,
      AnswerSink reader) {
    if (tool != null && OutputShape.needsModel(tool.output()) && !quoting.generative()) {
      throw new ProblemException(ProblemCode.MODEL_NEEDED);
    }
    quoting.answer(new AnswerRequest(history, question, sources, Locales.current()), reader);
  }

  /** How much the first of them reads, with room left for an answer. */
  static int room(List<CatalogModel> models) {
    return models.getFirst().contextTokens() - Router.USUAL_OUTPUT;
  }

  /** What was asked for; the usual for null. */
  Selection selection(@Nullable String model) {
    return Selection.parse(model == null ? catalogue.usual() : model);
  }

  /** Whose names and in what money a receipt tells. */
  Receipt.Terms terms(int passages) {
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

  /** A call of its own. */
  DoorRequest request(
      @Nullable UUID conversation,
      @Nullable String model,
      Clearance data,
      ModelRequest prompt,
      PlaceholderBook known,
      Spender spender,
      @Nullable UUID keyId) {
    return new DoorRequest(
        UUID.randomUUID(), selection(model), prompt, data, spender, keyId, conversation, known);
  }
}
