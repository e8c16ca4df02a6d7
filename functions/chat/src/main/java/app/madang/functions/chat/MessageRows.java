package app.madang.functions.chat;

import app.madang.knowledge.Passages;
import app.madang.runtime.Cursor;
import app.madang.runtime.ProblemException;
import app.madang.toolbox.FilledInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads messages; inside the caller's transaction. */
final class MessageRows {

  static final String COLUMNS =
      "id, parent_id, role, text, sealed, status, model, citations, feedback, feedback_comment,"
          + " failure, receipt, images, inputs, created_at";

  /** The id holds the month, and with it the partition. */
  static final String BY_ID = " id = :id AND created_at = uuid_extract_timestamp(:id)";

  /** A streaming answer whose writer showed no life for this long has none. */
  static final String ABANDONED =
      " status = 'streaming' AND touched_at < now() - interval '2 minutes'";

  /** After every message. */
  private static final UUID END = new UUID(-1L, -1L);

  private static final TypeReference<List<Citation>> CITATIONS = new TypeReference<>() {};

  private static final TypeReference<List<Picture>> PICTURES = new TypeReference<>() {};

  private static final TypeReference<List<FilledInput>> INPUTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final SealedText sealed;
  private final Passages passages;

  MessageRows(JdbcClient jdbc, JsonMapper json, SealedText sealed, Passages passages) {
    this.jdbc = jdbc;
    this.json = json;
    this.sealed = sealed;
    this.passages = passages;
  }

  Message map(ResultSet row, int number) throws SQLException {
    String role = row.getString("role");
    String text = sealed.of(row);
    AnswerStatus status = AnswerStatus.of(row.getString("status"));
    List<Citation> citations = json.readValue(row.getString("citations"), CITATIONS);
    boolean whole = role.equals(Message.ASSISTANT) && status == AnswerStatus.COMPLETE;
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("parent_id", UUID.class),
        role,
        text,
        status,
        row.getString("model"),
        citations,
        whole ? Statement.of(text, citations) : null,
        row.getString("feedback"),
        row.getString("feedback_comment"),
        failure(row.getString("failure")),
        receipt(row.getString("receipt")),
        images(row.getString("images")),
        inputs(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private @Nullable List<FilledInput> inputs(ResultSet row) throws SQLException {
    byte @Nullable [] kept = row.getBytes("inputs");
    return kept == null
        ? null
        : json.readValue(sealed.open(row.getObject("id", UUID.class), kept), INPUTS);
  }

  private static Message.@Nullable Failure failure(@Nullable String code) {
    return code == null ? null : new Message.Failure(code, Words.of("failure." + code));
  }

  private @Nullable List<Picture> images(@Nullable String text) {
    return text == null ? null : json.readValue(text, PICTURES);
  }

  private @Nullable Receipt receipt(@Nullable String text) {
    return text == null ? null : json.readValue(text, Receipt.class);
  }

  /** Before which message a page begins; a cursor is that message's id. */
  static UUID before(@Nullable String cursor) {
    if (cursor == null) {
      return END;
    }
    try {
      return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
    } catch (IllegalArgumentException e) {
      throw ProblemException.field("cursor", "?");
    }
  }

  /** Those before a message, at most so many, the newest first. */
  List<Message> newest(UUID conversation, UUID before, int most) {
    return readable(
        jdbc.sql(
                "SELECT "
                    + COLUMNS
                    + " FROM chat.messages WHERE conversation_id = :conversation AND id < :before"
                    + " AND created_at <= :at ORDER BY id DESC LIMIT :most")
            .param("conversation", conversation)
            .param("before", before)
            .param("at", madeAt(before).atOffset(ZoneOffset.UTC))
            .param("most", most)
            .query(this::map)
            .list());
  }

  /** The id begins with the milliseconds of its making. */
  static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  /** What was quoted when it was asked may since be another's: rights are those of now. */
  private List<Message> readable(List<Message> found) {
    List<UUID> cited =
        found.stream()
            .flatMap(message -> message.citations().stream())
            .map(Citation::passageId)
            .distinct()
            .toList();
    if (cited.isEmpty()) {
      return found;
    }
    Set<UUID> still = passages.readable(cited);
    return found.stream().map(message -> message.showing(still)).toList();
  }

  Optional<Message> find(UUID conversation, UUID id) {
    return readable(
            jdbc.sql(
                    "SELECT "
                        + COLUMNS
                        + " FROM chat.messages WHERE conversation_id = :conversation AND"
                        + BY_ID)
                .param("conversation", conversation)
                .param("id", id)
                .query(this::map)
                .list())
        .stream()
        .findFirst();
  }

  /** A message with those before it, up to so many, oldest first; none when it is not there. */
  List<Message> upTo(UUID conversation, UUID id, int most) {
    return jdbc.sql(
            """
            WITH RECURSIVE thread AS (
              SELECT m.*, 1 AS back FROM chat.messages m
               WHERE conversation_id = :conversation AND id = :id
                 AND created_at = uuid_extract_timestamp(:id)
              UNION ALL
              SELECT m.*, t.back + 1 FROM thread t JOIN chat.messages m
                  ON m.id = t.parent_id AND m.created_at = uuid_extract_timestamp(t.parent_id)
               WHERE t.back < :most)
            SELECT * FROM thread ORDER BY back DESC
            """)
        .param("conversation", conversation)
        .param("id", id)
        .param("most", most)
        .query(this::map)
        .list();
  }

  /** Answers whose writer died are over; says how many. */
  int interruptAbandoned(UUID conversation) {
    return jdbc.sql(
            "UPDATE chat.messages SET status = 'interrupted' WHERE conversation_id = ? AND"
                + ABANDONED)
        .param(conversation)
        .update();
  }
}
