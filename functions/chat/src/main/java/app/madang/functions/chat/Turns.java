package app.madang.functions.chat;

import app.madang.contracts.ProblemCode;
import app.madang.models.Turn;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.FilledInput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Adds questions and their answers to a conversation; inside the caller's transaction. */
final class Turns {

  /** How much of the conversation a model is told. */
  private static final int HISTORY = 20;

  private static final String INSERT =
      """
      INSERT INTO chat.messages (id, conversation_id, parent_id, role, sealed, status, model, images, inputs, created_at)
      VALUES (:id, :conversation, CAST(:parent AS uuid), :role, :sealed, :status, CAST(:model AS text),
              CAST(:images AS jsonb), CAST(:inputs AS bytea),
              uuid_extract_timestamp(:id))
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final MessageRows messages;
  private final SealedText sealed;

  Turns(JdbcClient jdbc, JsonMapper json, MessageRows messages, SealedText sealed) {
    this.jdbc = jdbc;
    this.json = json;
    this.messages = messages;
    this.sealed = sealed;
  }

  /** A conversation that goes on, and its title when it was named just now. */
  record Touched(Conversation conversation, @Nullable String title) {}

  /** Ids of a question and its answer, in their order. */
  record Ids(UUID question, UUID answer) {}

  Ids newIds() {
    return jdbc.sql("SELECT uuidv7(), uuidv7()")
        .query((row, n) -> new Ids(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .single();
  }

  /** Marks a conversation as the latest, and names it when nothing did before. */
  Touched touch(UUID conversation, String title) {
    return jdbc.sql(
            "UPDATE chat.conversations SET updated_at = now(),"
                + " title = CASE WHEN title = '' THEN ? ELSE title END WHERE id = ? RETURNING "
                + Conversation.COLUMNS
                + ", OLD.title = '' AS named")
        .params(title, conversation)
        .query(
            (row, n) -> {
              Conversation found = Conversation.of(row, n);
              return new Touched(found, row.getBoolean("named") ? found.title() : null);
            })
        .optional()
        .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
  }

  /** What was said up to an answer that is over. */
  List<Turn> upToAnswer(UUID conversation, @Nullable UUID answer) {
    if (answer == null) {
      return List.of();
    }
    List<Message> thread = messages.upTo(conversation, answer, HISTORY);
    if (thread.isEmpty() || !thread.getLast().isAnswer()) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    if (thread.getLast().status() == AnswerStatus.STREAMING
        && messages.interruptAbandoned(conversation) == 0) {
      throw new ProblemException(ProblemCode.ANSWER_IN_PROGRESS);
    }
    return thread.stream().map(Turns::turn).toList();
  }

  /** A form stays data when it is told again. */
  private static Turn turn(Message message) {
    List<FilledInput> inputs = message.inputs();
    return new Turn(
        message.isAnswer() ? Turn.Speaker.MODEL : Turn.Speaker.PERSON,
        inputs == null ? message.text() : FilledInput.told(inputs));
  }

  Message addQuestion(
      UUID conversation,
      UUID id,
      @Nullable UUID parent,
      Posed posed,
      @Nullable List<Picture> images) {
    String text = posed.text();
    insert(
        conversation, id, parent, Message.USER, text, AnswerStatus.COMPLETE, null, images, posed);
    return new Message(
        id,
        parent,
        Message.USER,
        text,
        AnswerStatus.COMPLETE,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        images,
        posed.inputs(),
        MessageRows.madeAt(id));
  }

  void addAnswer(UUID conversation, UUID id, UUID question, String model) {
    insert(
        conversation,
        id,
        question,
        Message.ASSISTANT,
        "",
        AnswerStatus.STREAMING,
        model,
        null,
        null);
  }

  private void insert(
      UUID conversation,
      UUID id,
      @Nullable UUID parent,
      String role,
      String text,
      AnswerStatus status,
      @Nullable String model,
      @Nullable List<Picture> images,
      @Nullable Posed posed) {
    List<FilledInput> inputs = posed == null ? null : posed.inputs();
    jdbc.sql(INSERT)
        .param("id", id)
        .param("conversation", conversation)
        .param("parent", parent)
        .param("role", role)
        .param("sealed", sealed.seal(id, text))
        .param("status", status.code())
        .param("model", model)
        .param("images", images == null ? null : json.writeValueAsString(images))
        .param("inputs", inputs == null ? null : sealed.seal(id, json.writeValueAsString(inputs)))
        .update();
  }
}
