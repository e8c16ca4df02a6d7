package app.madang.functions.reporting;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what and when, written in the transaction that changes it. */
final class Changes {

  private static final String LATEST =
      """
      SELECT DISTINCT ON (c.subject) c.subject, c.at, c.actor_id, coalesce(u.name, '') AS name
        FROM reporting.changes c LEFT JOIN identity.users u ON u.id = c.actor_id
       WHERE c.subject = ANY (?) ORDER BY c.subject, c.id DESC
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Changes(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record PersonRef(UUID id, String name) {}

  record Change(PersonRef by, Instant at) {}

  /** Notes what the caller does; who that is the database knows. */
  void note(String action, String subject, Object detail) {
    jdbc.sql(
            "INSERT INTO reporting.changes (action, subject, detail)"
                + " VALUES (?, ?, CAST(? AS jsonb))")
        .params(action, subject, json.writeValueAsString(detail))
        .update();
  }

  /** The newest change of each subject that has one. */
  Map<String, Change> latest(Collection<String> subjects) {
    Map<String, Change> found = new HashMap<>();
    jdbc.sql(LATEST)
        .params((Object) subjects.toArray(String[]::new))
        .query(
            row -> {
              PersonRef by =
                  new PersonRef(row.getObject("actor_id", UUID.class), row.getString("name"));
              Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
              found.put(row.getString("subject"), new Change(by, at));
            });
    return found;
  }
}
