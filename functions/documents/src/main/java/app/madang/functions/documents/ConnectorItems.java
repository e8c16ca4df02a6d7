package app.madang.functions.documents;

import app.madang.functions.documents.source.Access;
import app.madang.functions.documents.source.Fetched;
import app.madang.functions.documents.source.SourceItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What a connector knows of its source's items; everything in the transaction of a held lease. */
final class ConnectorItems {

  /** Of one source, whatever its kind. */
  static final int MOST = 20_000;

  private static final int LONGEST_ID = 2000;

  /** Those over the limit are not taken in; what is known comes first as it is listed. */
  private static final String SEE =
      """
      INSERT INTO knowledge.connector_items AS i (connector_id, external_id, acl_id, name, listed, access, depth, seen_run)
      SELECT c.id, u.id, c.acl_id, u.name, u.listed, CAST(u.access AS jsonb), :depth, c.run
      FROM knowledge.connectors c,
        unnest(:ids, :names, :listed, :access) WITH ORDINALITY AS u (id, name, listed, access, place)
      WHERE c.id = :connector AND NOT EXISTS (
        SELECT FROM knowledge.connector_items k WHERE k.connector_id = c.id AND k.external_id = u.id AND k.seen_run = c.run
          AND :links)
      ORDER BY u.place
      LIMIT greatest(0, :most - (SELECT count(*) FROM knowledge.connector_items k
        JOIN knowledge.connectors r ON r.id = k.connector_id WHERE r.id = :connector AND k.seen_run = r.run))
      ON CONFLICT (connector_id, external_id) DO UPDATE SET seen_run = excluded.seen_run, listed = excluded.listed,
        access = excluded.access, name = excluded.name, depth = excluded.depth
      """;

  private static final String NEXT =
      """
      UPDATE knowledge.connector_items SET attempts = attempts + 1 WHERE (connector_id, external_id) IN (
        SELECT i.connector_id, i.external_id FROM knowledge.connector_items i
        JOIN knowledge.connectors c ON c.id = i.connector_id
        WHERE c.id = :connector AND i.seen_run = c.run AND i.done_run < c.run
          AND (i.listed IS NULL OR i.listed IS DISTINCT FROM i.revision)
        ORDER BY i.depth, i.external_id LIMIT 1)
      RETURNING external_id, name, listed, revision, depth, access, digest, document_id, pending, own_acl, links, attempts
      """;

  private static final String DONE =
      """
      UPDATE knowledge.connector_items i SET done_run = c.run, attempts = 0, checked_at = now(), problem = :problem,
        passing = :passing, revision = CASE WHEN :keep THEN i.revision WHEN :out THEN i.listed ELSE :revision END,
        links = coalesce(CAST(:links AS jsonb), i.links)
      FROM knowledge.connectors c WHERE c.id = i.connector_id AND c.id = :connector AND i.external_id = :id
      """;

  private static final String AGAIN =
      """
      UPDATE knowledge.connector_items i SET seen_run = c.run, revision = NULL
      FROM knowledge.connectors c WHERE c.id = i.connector_id AND c.id = :connector AND i.passing
      """;

  private static final String ALL_FAILED =
      """
      SELECT (array_agg(i.problem))[1] FROM knowledge.connector_items i JOIN knowledge.connectors c ON c.id = i.connector_id
      WHERE c.id = :connector AND i.seen_run = c.run HAVING bool_and(i.passing)
      """;

  private static final String LEFT =
      """
      SELECT i.external_id, i.document_id FROM knowledge.connector_items i JOIN knowledge.connectors c ON c.id = i.connector_id
      WHERE c.id = :connector AND (:all OR i.seen_run < c.run) ORDER BY i.external_id LIMIT 50
      """;

  private static final String RIGHTS =
      """
      SELECT count(identity.map_acl(i.own_acl,
        ARRAY(SELECT jsonb_array_elements_text(i.access -> 'people')),
        ARRAY(SELECT jsonb_array_elements_text(i.access -> 'groups')),
        (i.access ->> 'everyone')::boolean))
      FROM knowledge.connector_items i
      JOIN knowledge.documents d ON d.id = i.document_id AND d.acl_id = i.own_acl AND d.status <> 'DELETING'
      WHERE i.connector_id = :connector AND i.access IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ConnectorItems(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** An item whose turn it is. */
  record Row(
      String externalId,
      String name,
      @Nullable String listed,
      @Nullable String revision,
      int depth,
      @Nullable String access,
      byte @Nullable [] digest,
      @Nullable UUID documentId,
      @Nullable UUID pending,
      @Nullable Long ownAcl,
      @Nullable String links,
      int attempts) {}

  record Left(String externalId, @Nullable UUID documentId) {}

  void see(UUID connector, List<SourceItem> found, int depth, int most, boolean links) {
    List<SourceItem> fitting =
        found.stream()
            .filter(item -> item.id().getBytes(StandardCharsets.UTF_8).length <= LONGEST_ID)
            // one statement may touch a row once
            .collect(
                java.util.stream.Collectors.toMap(
                    SourceItem::id, item -> item, (a, b) -> a, java.util.LinkedHashMap::new))
            .values()
            .stream()
            .toList();
    if (fitting.isEmpty()) {
      return;
    }
    jdbc.sql(SEE)
        .param("connector", connector)
        .param("ids", texts(fitting.stream().map(SourceItem::id).toList()))
        .param("names", texts(fitting.stream().map(item -> named(item.name(), item.id())).toList()))
        .param("listed", texts(fitting.stream().map(SourceItem::listed).toList()))
        .param("access", texts(fitting.stream().map(item -> text(item.access())).toList()))
        .param("depth", depth)
        .param("most", most)
        .param("links", links)
        .update();
  }

  Optional<Row> next(UUID connector) {
    return jdbc.sql(NEXT).param("connector", connector).query(Row.class).optional();
  }

  void done(UUID connector, String id, Fetched fetched) {
    boolean keep = fetched.outcome() == Fetched.Outcome.UNCHANGED;
    List<String> links = fetched.links();
    jdbc.sql(DONE)
        .param("connector", connector)
        .param("id", id)
        .param("problem", fetched.code())
        .param("passing", fetched.outcome() == Fetched.Outcome.FAILED)
        .param("keep", keep)
        .param("out", fetched.outcome() == Fetched.Outcome.LEFT_OUT)
        .param("revision", fetched.revision())
        .param("links", links == null ? null : json.writeValueAsString(links))
        .update();
  }

  void forget(UUID connector, String id) {
    jdbc.sql("DELETE FROM knowledge.connector_items WHERE connector_id = ? AND external_id = ?")
        .params(connector, id)
        .update();
  }

  /** The source failed, not the item: that counts as no attempt. */
  void forgive(UUID connector) {
    jdbc.sql(
            "UPDATE knowledge.connector_items SET attempts = 0 WHERE connector_id = ? AND attempts > 0")
        .param(connector)
        .update();
  }

  /** What failed for a while is tried again, though the source does not list it. */
  void seeFailedAgain(UUID connector) {
    jdbc.sql(AGAIN).param("connector", connector).update();
  }

  /** The problem when nothing at all could be read. */
  Optional<String> allFailed(UUID connector) {
    return jdbc.sql(ALL_FAILED).param("connector", connector).query(String.class).optional();
  }

  List<Left> left(UUID connector, boolean all) {
    return jdbc.sql(LEFT).param("connector", connector).param("all", all).query(Left.class).list();
  }

  Optional<Left> find(UUID connector, String id) {
    return jdbc.sql(
            "SELECT external_id, document_id FROM knowledge.connector_items WHERE connector_id = ? AND external_id = ?")
        .params(connector, id)
        .query(Left.class)
        .optional();
  }

  /** Who may read follows the source, and who has joined the company since. */
  void mapRights(UUID connector) {
    jdbc.sql(RIGHTS).param("connector", connector).query(Long.class).single();
  }

  @Nullable Access access(Row row) {
    return row.access() == null ? null : json.readValue(row.access(), Access.class);
  }

  List<String> links(Row row) {
    return row.links() == null ? List.of() : List.of(json.readValue(row.links(), String[].class));
  }

  private @Nullable String text(@Nullable Access access) {
    return access == null ? null : json.writeValueAsString(access);
  }

  private static String named(String name, String id) {
    String clean = Names.clean(name);
    return clean.isEmpty() ? Names.clean(id) : clean;
  }

  private static @Nullable String[] texts(List<@Nullable String> list) {
    return list.toArray(String[]::new);
  }
}
