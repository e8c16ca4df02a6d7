package app.madang.functions.chat;

import app.madang.contracts.Clearance;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation.
 *
 * @param title empty until the first question names it
 * @param toolId the tool that answers; null when none does
 * @param draft true when the tool answers as it is being made; null else
 * @param confidential whether a confidential passage was ever read in it
 */
record Conversation(
    UUID id,
    String title,
    List<UUID> collectionIds,
    @Nullable UUID toolId,
    @Nullable Boolean draft,
    boolean confidential,
    Instant createdAt,
    Instant updatedAt) {

  static final String COLUMNS =
      "id, title, collection_ids, tool_id, draft, confidential, created_at, updated_at";

  static Conversation of(ResultSet row, int number) throws SQLException {
    Array collections = row.getArray("collection_ids");
    return new Conversation(
        row.getObject("id", UUID.class),
        row.getString("title"),
        List.of((UUID[]) collections.getArray()),
        row.getObject("tool_id", UUID.class),
        row.getBoolean("draft") ? true : null,
        row.getBoolean("confidential"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  /** What a question in it is at least: it is told with what was said before. */
  Clearance clearance() {
    return confidential ? Clearance.CONFIDENTIAL : Clearance.INTERNAL;
  }
}
