package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Library;
import app.madang.knowledge.Location;
import app.madang.knowledge.Part;
import app.madang.runtime.Transactions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The library under row-level security, one statement a question. */
final class SqlLibrary implements Library {

  /** Collections and rights in scope, then how many documents there are and which is newest. */
  private static final String STATE =
      """
      WITH scope AS MATERIALIZED (
        SELECT c.id, c.number, c.acl_id FROM knowledge.collections c
        WHERE c.deleted_at IS NULL AND (CAST(:all AS boolean) OR c.id = ANY (CAST(:ids AS uuid[]))))
      SELECT concat_ws('/',
        (SELECT string_agg(s.number || '-' || s.acl_id, ',' ORDER BY s.number) FROM scope s),
        string_agg(DISTINCT d.acl_id::text, ','), count(*), count(*) FILTER (WHERE d.status = 'CHUNKED'),
        count(*) FILTER (WHERE d.status = 'READY'),
        count(*) FILTER (WHERE d.expires_at <= now()), extract(epoch FROM max(d.updated_at)))
      FROM knowledge.documents d WHERE d.collection_id IN (SELECT s.id FROM scope s)
      """;

  private static final String READ =
      """
      SELECT p.public_id, p.document_id, d.name, p.location, p.parts, p.text, c.clearance
      FROM knowledge.passages p JOIN knowledge.documents d ON d.id = p.document_id
      JOIN knowledge.collections c ON c.id = d.collection_id
      WHERE p.public_id = ANY (CAST(:ids AS uuid[])) AND d.status IN ('CHUNKED', 'READY')
      """;

  private final Transactions transactions;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  SqlLibrary(Transactions transactions, JdbcClient jdbc, JsonMapper json) {
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.json = json;
  }

  @Override
  public String state(List<UUID> collectionIds) {
    return transactions.read(
        () ->
            jdbc.sql(STATE)
                .param("all", collectionIds.isEmpty())
                .param("ids", texts(collectionIds))
                .query(String.class)
                .single());
  }

  @Override
  public List<Hit> read(List<UUID> passageIds) {
    if (passageIds.isEmpty()) {
      return List.of();
    }
    Map<UUID, Hit> found = new HashMap<>();
    transactions.read(
        () -> {
          jdbc.sql(READ)
              .param("ids", texts(passageIds))
              .query(
                  row -> {
                    String parts = row.getString("parts");
                    Hit hit =
                        new Hit(
                            row.getObject("public_id", UUID.class),
                            row.getObject("document_id", UUID.class),
                            row.getString("name"),
                            json.readValue(row.getString("location"), Location.class),
                            parts == null
                                ? List.of()
                                : List.of(json.readValue(parts, Part[].class)),
                            row.getString("text"),
                            Clearance.of(row.getString("clearance")),
                            0,
                            null,
                            null);
                    found.put(hit.passageId(), hit);
                  });
          return true;
        });
    return passageIds.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  @Override
  public boolean mayRead(List<UUID> passageIds) {
    return transactions.read(
        () ->
            jdbc.sql("SELECT count(*) FROM (" + READ + ") p")
                    .param("ids", texts(passageIds))
                    .query(Long.class)
                    .single()
                == passageIds.stream().distinct().count());
  }

  private static String[] texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
