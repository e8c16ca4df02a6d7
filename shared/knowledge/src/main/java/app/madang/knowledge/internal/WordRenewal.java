package app.madang.knowledge.internal;

import app.madang.knowledge.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes the words of passages anew, a block in a transaction: the block keeps its number. */
final class WordRenewal {

  /** The lock keeps moves, replacements and deletions apart from it, as all of them take it. */
  private static final String PLACE =
      """
      SELECT d.name, d.acl_id AS acl, c.number AS collection, c.acl_id AS collection_acl
      FROM knowledge.documents d JOIN knowledge.collections c ON c.id = d.collection_id
      WHERE d.id = :document AND d.status IN ('CHUNKED', 'READY')
      FOR UPDATE OF d
      """;

  private static final String BLOCK =
      """
      SELECT block FROM knowledge.passages
      WHERE document_id = :document AND block IS NOT NULL AND analyzer < :analyzer
      ORDER BY ordinal LIMIT 1
      """;

  private static final String PASSAGES =
      "SELECT id, location, text, length FROM knowledge.passages WHERE block = :block ORDER BY place";

  private static final String PUT =
      """
      UPDATE knowledge.passages p SET terms = CAST(t.terms AS bigint[]), length = t.length, analyzer = :analyzer
      FROM unnest(CAST(:ids AS bigint[]), CAST(:terms AS text[]), CAST(:lengths AS integer[]))
        AS t (id, terms, length)
      WHERE p.id = t.id
      """;

  private static final String POST =
      """
      INSERT INTO knowledge.postings (slot, collection, block, acl_id, words)
      SELECT r.slot, :collection, :block, :acl, r.words
      FROM unnest(CAST(:slots AS integer[]), CAST(:rows AS bytea[])) AS r (slot, words)
      """;

  private static final String ADD_LENGTH =
      """
      INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
      VALUES (:collection, 0, :length, :acl)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TermAnalyzer analyzer;

  WordRenewal(JdbcClient jdbc, JsonMapper json, TermAnalyzer analyzer) {
    this.jdbc = jdbc;
    this.json = json;
    this.analyzer = analyzer;
  }

  private record Place(String name, long acl, long collection, long collectionAcl) {}

  private record Passage(long id, String location, String text, int length) {}

  /** How many passages the next block had; 0 when there is none. */
  int next(UUID documentId) {
    Optional<Place> place =
        jdbc.sql(PLACE).param("document", documentId).query(Place.class).optional();
    if (place.isEmpty()) {
      return 0;
    }
    return jdbc.sql(BLOCK)
        .param("document", documentId)
        .param("analyzer", analyzer.version())
        .query(Integer.class)
        .optional()
        .map(block -> renew(place.get(), block))
        .orElse(0);
  }

  private int renew(Place place, int block) {
    List<Passage> passages = jdbc.sql(PASSAGES).param("block", block).query(Passage.class).list();
    List<Terms> words = new ArrayList<>();
    long longer = 0;
    for (Passage passage : passages) {
      Location location = json.readValue(passage.location(), Location.class);
      Terms terms = analyzer.analyze(IndexedText.of(place.name(), location, passage.text()));
      words.add(terms);
      longer += terms.length() - passage.length();
    }
    jdbc.sql(PUT)
        .param("ids", passages.stream().map(Passage::id).toArray(Long[]::new))
        .param("terms", words.stream().map(Terms::idLiteral).toArray(String[]::new))
        .param("lengths", words.stream().map(Terms::length).toArray(Integer[]::new))
        .param("analyzer", analyzer.version())
        .update();
    post(place, block, PostingRows.of(words));
    if (longer != 0) {
      jdbc.sql(ADD_LENGTH)
          .param("collection", place.collection())
          .param("length", longer)
          .param("acl", place.collectionAcl())
          .update();
    }
    return passages.size();
  }

  private void post(Place place, int block, Map<Integer, byte[]> rows) {
    jdbc.sql("DELETE FROM knowledge.postings WHERE block = :block").param("block", block).update();
    jdbc.sql(POST)
        .param("slots", rows.keySet().toArray(Integer[]::new))
        .param("rows", rows.values().toArray(byte[][]::new))
        .param("block", block)
        .param("collection", place.collection())
        .param("acl", place.acl())
        .update();
  }
}
