package app.madang.models.setup;

import app.madang.models.catalogue.Policy;
import app.madang.models.masking.CustomPattern;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changed what is set up, and when. One statement for all. */
public final class SetupHistory {

  private static final String ALL =
      """
      SELECT c.kind, c.id, c.at, u.name AS by FROM (
        SELECT kind, id, updated_at AS at, updated_by AS person FROM models.entries
        UNION ALL SELECT 'KEY', provider, updated_at, updated_by FROM models.keys
      ) c LEFT JOIN identity.users u ON u.id = c.person
      """;

  private static final String PATTERNS =
      """
      SELECT p.id, p.name, p.regex, p.label, p.created_at AS at, u.name AS by
        FROM models.mask_patterns p LEFT JOIN identity.users u ON u.id = p.created_by
       ORDER BY p.created_at, p.id
      """;

  private final JdbcClient jdbc;

  /** Over the database. */
  public SetupHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A change; the person is absent when gone. */
  public record Change(Instant at, @Nullable String by) {}

  /** A pattern that was added. */
  public record Pattern(UUID id, CustomPattern pattern, Instant at, @Nullable String by) {}

  /** All changes at one moment. */
  public record Changes(Map<String, Change> all) {

    /** Of a provider. */
    public Optional<Change> provider(String id) {
      return Optional.ofNullable(all.get("PROVIDER/" + id));
    }

    /** Of a provider's key. */
    public Optional<Change> key(String provider) {
      return Optional.ofNullable(all.get("KEY/" + provider));
    }

    /** Of a policy; none as long as it is as it was shipped. */
    public Optional<Change> policy(Policy policy) {
      return Optional.ofNullable(all.get("POLICY/" + policy.code()));
    }

    /** Of whether answers may be given again. */
    public Optional<Change> cache() {
      return Optional.ofNullable(all.get("CACHE/answers"));
    }

    /** Of a model. */
    public Optional<Change> model(String id) {
      return Optional.ofNullable(all.get("MODEL/" + id));
    }
  }

  /** Reads them. */
  public Changes changes() {
    Map<String, Change> all = new HashMap<>();
    jdbc.sql(ALL)
        .query(
            row -> {
              all.put(
                  row.getString("kind") + "/" + row.getString("id"),
                  new Change(row.getTimestamp("at").toInstant(), row.getString("by")));
            });
    return new Changes(all);
  }

  /** Reads the patterns, oldest first. */
  public List<Pattern> patterns() {
    return jdbc.sql(PATTERNS)
        .query(
            (row, n) ->
                new Pattern(
                    row.getObject("id", UUID.class),
                    new CustomPattern(
                        row.getString("name"), row.getString("regex"), row.getString("label")),
                    row.getTimestamp("at").toInstant(),
                    row.getString("by")))
        .list();
  }
}
