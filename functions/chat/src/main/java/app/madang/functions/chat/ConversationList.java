package app.madang.functions.chat;

import app.madang.runtime.Cursor;
import app.madang.runtime.ProblemException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two ways to list conversations, the latest first. */
final class ConversationList {

  private static final String OLDER = " NOT draft AND (updated_at, id) < (:updatedAt, :id)";
  private static final String LATEST_FIRST = " ORDER BY updated_at DESC, id DESC LIMIT :limit";

  private ConversationList() {}

  /** Where the page before ended. */
  record Place(OffsetDateTime updatedAt, UUID id) {

    private static final Place TOP =
        new Place(OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC), new UUID(-1L, -1L));

    static Place of(@Nullable String cursor) {
      if (cursor == null) {
        return TOP;
      }
      List<String> parts = Cursor.decode(cursor, 2);
      try {
        OffsetDateTime at = Instant.parse(parts.get(0)).atOffset(ZoneOffset.UTC);
        if (at.getYear() >= 1 && at.isBefore(TOP.updatedAt())) {
          return new Place(at, UUID.fromString(parts.get(1)));
        }
      } catch (DateTimeParseException | IllegalArgumentException e) {
        // told below
      }
      throw ProblemException.field("cursor", "?");
    }
  }

  static List<Conversation> latest(JdbcClient jdbc, Place after, int limit) {
    return jdbc.sql(
            "SELECT "
                + Conversation.COLUMNS
                + " FROM chat.conversations WHERE"
                + OLDER
                + LATEST_FIRST)
        .param("updatedAt", after.updatedAt())
        .param("id", after.id())
        .param("limit", limit)
        .query(Conversation::of)
        .list();
  }

  static List<Conversation> holding(JdbcClient jdbc, Long[] terms, Place after, int limit) {
    if (terms.length == 0) {
      return List.of();
    }
    return jdbc.sql(
            "SELECT "
                + Conversation.COLUMNS
                + """
                   FROM chat.conversations WHERE id IN (
                    SELECT conversation_id FROM chat.postings
                     WHERE owner_id = (SELECT identity.current_user_id())
                       AND term_id = ANY (CAST(:terms AS bigint[]))
                     GROUP BY conversation_id HAVING count(*) = :count) AND
                  """
                + OLDER
                + LATEST_FIRST)
        .param("terms", terms)
        .param("count", terms.length)
        .param("updatedAt", after.updatedAt())
        .param("id", after.id())
        .param("limit", limit)
        .query(Conversation::of)
        .list();
  }
}
