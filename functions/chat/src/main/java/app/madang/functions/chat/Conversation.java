package app.madang.functions.chat;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A conversation; its title is empty until the first question names it. */
record Conversation(
    UUID id, String title, List<UUID> collectionIds, Instant createdAt, Instant updatedAt) {

  static final String COLUMNS = "id, title, collection_ids, created_at, updated_at";

  static Conversation of(ResultSet row, int number) throws SQLException {
    Array collections = row.getArray("collection_ids");
    return new Conversation(
        row.getObject("id", UUID.class),
        row.getString("title"),
        List.of((UUID[]) collections.getArray()),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
