package app.madang.functions.reporting;

import app.madang.runtime.Locales;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people, groups and tools are called. */
final class Names {

  private static final String NAMES =
      """
      SELECT id, name FROM identity.users WHERE id = ANY (?)
      UNION ALL SELECT id, name FROM identity.groups WHERE id = ANY (?)
      """;

  // what was never released has only the name that it is made under
  private static final String TOOLS =
      """
      SELECT DISTINCT ON (id) id, CASE WHEN :korean THEN coalesce(name_ko, name_en) ELSE coalesce(name_en, name_ko) END
        FROM (SELECT tool_id AS id, number, name_ko, name_en FROM toolbox.releases WHERE tool_id = ANY (:ids)
              UNION ALL SELECT id, 0, name_ko, name_en FROM toolbox.tools WHERE id = ANY (:ids)) named
       ORDER BY id, number DESC
      """;

  private final JdbcClient jdbc;

  Names(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In one statement; who is gone has no name. Inside a transaction. */
  Map<UUID, String> of(Collection<? extends @Nullable UUID> subjects) {
    UUID[] ids = ids(subjects);
    return ids.length == 0 ? Map.of() : read(jdbc.sql(NAMES).params(ids, ids));
  }

  /**
   * Tools by their newest release, in the caller's language; those that the caller may not know
   * have no name. In one statement, inside a transaction.
   */
  Map<UUID, String> ofTools(Collection<? extends @Nullable UUID> subjects) {
    UUID[] ids = ids(subjects);
    boolean korean = Locales.current().getLanguage().equals("ko");
    return ids.length == 0
        ? Map.of()
        : read(jdbc.sql(TOOLS).param("ids", ids).param("korean", korean));
  }

  private static UUID[] ids(Collection<? extends @Nullable UUID> subjects) {
    return subjects.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
  }

  private static Map<UUID, String> read(JdbcClient.StatementSpec statement) {
    Map<UUID, String> names = new HashMap<>();
    statement.query(
        row -> {
          names.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return names;
  }
}
