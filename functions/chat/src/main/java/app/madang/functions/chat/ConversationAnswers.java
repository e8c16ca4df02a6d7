package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import app.madang.metering.Spender;
import app.madang.models.ModelMessage;
import app.madang.models.ModelMessage.FromModel;
import app.madang.models.ModelMessage.ToolCall;
import app.madang.models.ModelMessage.ToolResult;
import app.madang.models.ModelRequest;
import app.madang.models.Source;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.door.DoorAnswer;
import app.madang.models.door.DoorRequest;
import app.madang.models.door.ModelDoor;
import app.madang.toolbox.ReleaseSnapshot;
import app.madang.toolbox.ToolAction;
import app.madang.toolbox.ToolOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Has a model write the answers of conversations: with pictures, actions and a receipt. */
final class ConversationAnswers {

  private final ModelDoor door;
  private final ModelAnswers answers;
  private final ConversationPlaceholders placeholders;
  private final Spenders spenders;
  private final Pictures pictures;
  private final Actions actions;

  ConversationAnswers(
      ModelDoor door,
      ModelAnswers answers,
      ConversationPlaceholders placeholders,
      Spenders spenders,
      Pictures pictures,
      Actions actions) {
    this.door = door;
    this.answers = answers;
    this.placeholders = placeholders;
    this.spenders = spenders;
    this.pictures = pictures;
    this.actions = actions;
  }

  /** What the reader is told while an answer is written. */
  interface Reader extends Told.Reader, Actions.Reader {

    @Override
    boolean cancelled();

    /** So many private values stayed here. */
    void masked(int values);
  }

  /** Writes an answer; the receipt, or none when it was quoted. */
  Optional<Receipt> write(Question question, Clearance data, List<Source> sources, Reader reader) {
    List<CatalogModel> models = answers.candidates(question.model(), data);
    ReleaseSnapshot tool = question.tool();
    if (models.isEmpty()) {
      answers.quote(tool, question.history(), question.searched(), sources, reader);
      return Optional.empty();
    }
    UUID conversation = question.conversation().id();
    ModelRequest prompt =
        Prompt.of(
            question.history(),
            question.told(),
            pictures.of(question.message()),
            sources,
            tool,
            ModelAnswers.room(models));
    Receipt.Terms terms = answers.terms(sources.size());
    try {
      Spender spender = spenders.with(question.toolId());
      Function<ModelRequest, DoorRequest> call =
          asked ->
              answers.request(
                  conversation,
                  question.model(),
                  data,
                  asked,
                  placeholders.of(conversation),
                  spender,
                  null);
      if (tool != null && tool.output().kind() == ToolOutput.Kind.JSON) {
        StrictAnswer.Written written =
            new StrictAnswer(door, OutputShape.schema(tool.output()), call, reader, terms)
                .write(prompt);
        reader.text(written.json());
        tellMasked(written.last(), reader);
        return Optional.of(written.receipt());
      }
      if (question.acts()) {
        boolean may = models.getFirst().tools();
        prompt = Prompt.acting(prompt, may);
        if (may) {
          return Optional.of(acting(question, prompt, call, terms, reader));
        }
      }
      DoorAnswer answer = door.stream(call.apply(prompt), new Told(reader, terms, null), true);
      tellMasked(answer, reader);
      return Optional.of(Receipt.of(answer, terms));
    } catch (RuntimeException e) {
      throw ModelProblems.of(e);
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
}
