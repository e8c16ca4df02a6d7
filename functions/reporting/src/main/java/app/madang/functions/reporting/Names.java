package app.madang.functions.reporting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people and groups are called. */
final class Names {

  private static final String NAMES =
      """
      SELECT id, name FROM identity.users WHERE id = ANY (?)
      UNION ALL SELECT id, name FROM identity.groups WHERE id = ANY (?)
      """;

  private final JdbcClient jdbc;

  Names(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In one statement; who is gone has no name. Inside a transaction. */
  Map<UUID, String> of(Collection<? extends @Nullable UUID> subjects) {
    UUID[] ids = subjects.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
    Map<UUID, String> names = new HashMap<>();
    if (ids.length > 0) {
      jdbc.sql(NAMES)
          .params(ids, ids)
          .query(
              row -> {
                names.put(row.getObject(1, UUID.class), row.getString(2));
              });
    }
    return names;
  }
}
