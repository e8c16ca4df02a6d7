package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.models.Turn;
import app.madang.runtime.ProblemException;
import app.madang.runtime.SearchTerms;
import app.madang.runtime.ServerEvent;
import app.madang.runtime.Transactions;
import app.madang.toolbox.InputValue;
import app.madang.toolbox.ReleaseSnapshot;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Saves a question with its answer to be, in one transaction, and starts the answer. */
final class Asking {

  private final Transactions transactions;
  private final Turns turns;
  private final MessageRows messages;
  private final SearchIndex index;
  private final AskOnce once;
  private final Resuming resuming;
  private final Generations generations;
  private final ModelAnswers answers;
  private final Pictures pictures;
  private final ToolAccess tools;
  private final FormDocuments documents;

  Asking(
      Transactions transactions,
      Turns turns,
      MessageRows messages,
      SearchIndex index,
      AskOnce once,
      Resuming resuming,
      Generations generations,
      ModelAnswers answers,
      Pictures pictures,
      ToolAccess tools,
      FormDocuments documents) {
    this.transactions = transactions;
    this.turns = turns;
    this.messages = messages;
    this.index = index;
    this.once = once;
    this.resuming = resuming;
    this.generations = generations;
    this.answers = answers;
    this.pictures = pictures;
    this.tools = tools;
    this.documents = documents;
  }

  record Ask(
      @NotNull UUID conversationId,
      @Nullable @Size(max = 20_000) String text,
      @Nullable UUID parentId,
      @Nullable @Size(min = 8, max = 64) @Pattern(regexp = "[A-Za-z0-9_-]+") String idempotencyKey,
      @Nullable @Size(max = 64) @Pattern(regexp = ModelChoices.SELECTION) String model,
      @Nullable @Size(max = 4) List<@NotNull UUID> images,
      @Nullable @Size(max = 20) List<@NotNull @Valid InputValue> inputs) {

    Ask filledWith(@Nullable List<InputValue> values) {
      return new Ask(conversationId, text, parentId, idempotencyKey, model, images, values);
    }
  }

  record Regenerate(
      @NotNull UUID conversationId,
      @NotNull UUID messageId,
      @Nullable @Size(max = 64) @Pattern(regexp = ModelChoices.SELECTION) String model) {}

  record MessageId(@NotNull UUID conversationId, @NotNull UUID messageId) {}

  private sealed interface Begun {}

  private record New(Question question) implements Begun {}

  private record Again(UUID answer) implements Begun {}

  Publisher<ServerEvent> ask(Ask input) {
    return switch (transactions.call(() -> begin(input))) {
      case New(Question question) -> generations.start(question);
      case Again(UUID answer) -> resuming.replay(input.conversationId(), answer, 0);
    };
  }

  private Begun begin(Ask input) {
    Turns.Ids ids = turns.newIds();
    if (input.idempotencyKey() != null) {
      Optional<UUID> known = once.claim(input.idempotencyKey(), input, ids.answer());
      if (known.isPresent()) {
        return new Again(known.get());
      }
    }
    UUID conversation = input.conversationId();
    Turns.Touched touched =
        turns.touch(conversation, Title.of(Objects.requireNonNullElse(input.text(), "")));
    ReleaseSnapshot tool = tools.of(touched.conversation());
    Posed posed = Posed.of(input.filledWith(documents.said(input.inputs())), tool);
    if (posed.inputs() != null) {
      // only the tool's form tells how a filled one reads
      touched = turns.touch(conversation, Title.of(posed.text()));
    }
    String model = model(tool, input.model());
    List<Turn> history = turns.upToAnswer(conversation, input.parentId());
    List<Picture> shown = pictures.use(conversation, posed.images());
    String answerer = answerer(tool, model);
    mustSee(shown, model);
    Message question =
        turns.addQuestion(conversation, ids.question(), input.parentId(), posed, shown);
    turns.addAnswer(conversation, ids.answer(), question.id(), answerer);
    index.add(conversation, SearchTerms.ofQuestion(posed.text()));
    tools.started(ids.answer(), tool);
    return new New(
        new Question(
            touched.conversation(),
            question,
            ids.answer(),
            touched.title(),
            history,
            model,
            false,
            tool));
  }

  Publisher<ServerEvent> regenerate(Regenerate input) {
    return generations.start(transactions.call(() -> begin(input)));
  }

  private Question begin(Regenerate input) {
    UUID conversation = input.conversationId();
    Turns.Touched touched = turns.touch(conversation, "");
    ReleaseSnapshot tool = tools.of(touched.conversation());
    String model = model(tool, input.model());
    Message answer = answer(conversation, input.messageId());
    if (answer.status() == AnswerStatus.STREAMING
        && messages.interruptAbandoned(conversation) == 0) {
      throw new ProblemException(ProblemCode.ANSWER_IN_PROGRESS);
    }
    UUID questionId = answer.parentId();
    Message question =
        Optional.ofNullable(questionId)
            .flatMap(id -> messages.find(conversation, id))
            .orElseThrow(() -> new IllegalStateException("an answer without its question"));
    String answerer = answerer(tool, model);
    mustSee(question.images(), model);
    UUID sibling = turns.newIds().answer();
    turns.addAnswer(conversation, sibling, question.id(), answerer);
    tools.started(sibling, tool);
    List<Turn> history = turns.upToAnswer(conversation, question.parentId());
    return new Question(
        touched.conversation(), question, sibling, null, history, model, true, tool);
  }

  /** A tool that names its model answers by that. */
  private static @Nullable String model(@Nullable ReleaseSnapshot tool, @Nullable String asked) {
    return tool == null || tool.model() == null ? asked : tool.model();
  }

  /** Who is going to answer. */
  private String answerer(@Nullable ReleaseSnapshot tool, @Nullable String model) {
    try {
      return answers.name(model);
    } catch (ProblemException e) {
      throw ModelProblems.ofTool(tool, e);
    }
  }

  private void mustSee(@Nullable List<Picture> shown, @Nullable String model) {
    if (shown != null) {
      answers.mustSee(model);
    }
  }

  private Message answer(UUID conversation, UUID id) {
    return messages
        .find(conversation, id)
        .filter(Message::isAnswer)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }
}
