package app.madang.knowledge.internal;

import app.madang.contracts.Clearance;
import app.madang.knowledge.Hit;
import app.madang.knowledge.Location;
import app.madang.knowledge.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads the found passages' words and places, in one statement. */
final class Hits {

  private static final String READ =
      """
      SELECT p.id, p.public_id, p.document_id, d.name, p.location, p.parts, p.text, c.clearance
      FROM knowledge.passages p JOIN knowledge.documents d ON d.id = p.document_id
      JOIN knowledge.collections c ON c.id = d.collection_id
      WHERE p.id = ANY (CAST(:ids AS bigint[])) AND
      """
          + Searchable.DOCUMENT;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  Hits(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Hit> read(List<Fusion.Scored> best) {
    if (best.isEmpty()) {
      return List.of();
    }
    Map<Long, Fusion.Scored> scores = new HashMap<>();
    best.forEach(scored -> scores.put(scored.passage(), scored));
    Map<Long, Hit> found = new HashMap<>();
    jdbc.sql(READ)
        .param("ids", scores.keySet().toArray(Long[]::new))
        .query(
            row -> {
              Fusion.Scored scored = Objects.requireNonNull(scores.get(row.getLong("id")));
              Hit hit =
                  new Hit(
                      row.getObject("public_id", java.util.UUID.class),
                      row.getObject("document_id", java.util.UUID.class),
                      row.getString("name"),
                      json.readValue(row.getString("location"), Location.class),
                      parts(row.getString("parts")),
                      row.getString("text"),
                      Clearance.of(row.getString("clearance")),
                      scored.score(),
                      scored.words(),
                      scored.meaning());
              found.put(scored.passage(), hit);
            });
    return best.stream().map(s -> found.get(s.passage())).filter(Objects::nonNull).toList();
  }

  private List<Part> parts(@Nullable String kept) {
    return kept == null ? List.of() : List.of(json.readValue(kept, Part[].class));
  }
}
