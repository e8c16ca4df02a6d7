package app.madang.knowledge.internal;

import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes passages and postings in batches, the statistics once a document. */
final class SqlPassageWriter implements PassageWriter {

  private static final int BATCH = 500;

  private static final String PLACE =
      """
      SELECT d.acl_id, c.number AS collection, c.acl_id AS collection_acl
      FROM knowledge.documents d JOIN knowledge.collections c ON c.id = d.collection_id
      WHERE d.id = :document
      FOR UPDATE OF d
      """;

  private static final String INSERT =
      """
      WITH input AS (
        SELECT * FROM unnest(CAST(:ids AS uuid[]), CAST(:ordinals AS int[]), CAST(:texts AS text[]),
          CAST(:locations AS text[]), CAST(:parts AS text[]), CAST(:languages AS text[]),
          CAST(:lengths AS int[]), CAST(:terms AS text[]), CAST(:counts AS text[]))
        AS t (public_id, ordinal, text, location, parts, language, length, terms, counts)
      ), added AS (
        INSERT INTO knowledge.passages
          (public_id, document_id, collection, acl_id, ordinal, text, location, parts, language,
           length, content_hash, terms)
        SELECT public_id, :document, :collection, :acl, ordinal, text, CAST(location AS jsonb),
          CAST(parts AS jsonb), language, length, sha256(convert_to(text, 'UTF8')), CAST(terms AS bigint[])
        FROM input
        RETURNING id, ordinal
      )
      INSERT INTO knowledge.postings (collection, term_id, passage_id, tf, length, acl_id)
      SELECT :collection, w.term, a.id, w.tf, i.length, :acl
      FROM added a JOIN input i ON i.ordinal = a.ordinal,
        unnest(CAST(i.terms AS bigint[]), CAST(i.counts AS smallint[])) AS w (term, tf)
      """;

  private static final String ADD_TERMS =
      """
      INSERT INTO knowledge.term_deltas (collection, term_id, passages, acl_id)
      SELECT :collection, term, passages, :acl
      FROM unnest(CAST(:terms AS bigint[]), CAST(:passages AS int[])) AS t (term, passages)
      """;

  private static final String ADD_TOTALS =
      """
      INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
      VALUES (:collection, :passages, :length, :acl)
      """;

  private static final String REMOVE =
      """
      WITH place AS (
        SELECT c.acl_id FROM knowledge.documents d
        JOIN knowledge.collections c ON c.id = d.collection_id WHERE d.id = :document
      ), gone AS (
        DELETE FROM knowledge.passages WHERE id IN (
          SELECT id FROM knowledge.passages WHERE document_id = :document ORDER BY ordinal LIMIT :limit)
        RETURNING id, collection, length, terms
      ), words AS (
        SELECT g.id, g.collection, t.term FROM gone g, unnest(g.terms) AS t (term)
      ), unposted AS (
        DELETE FROM knowledge.postings p USING words w
        WHERE p.collection = w.collection AND p.term_id = w.term AND p.passage_id = w.id
      ), unlearned AS (
        INSERT INTO knowledge.term_deltas (collection, term_id, passages, acl_id)
        SELECT w.collection, w.term, -count(*), (SELECT acl_id FROM place) FROM words w GROUP BY 1, 2
      ), uncounted AS (
        INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
        SELECT collection, -count(*), -sum(length), (SELECT acl_id FROM place) FROM gone GROUP BY 1
      )
      SELECT count(*) FROM gone
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TermAnalyzer analyzer;

  SqlPassageWriter(JdbcClient jdbc, JsonMapper json, TermAnalyzer analyzer) {
    this.jdbc = jdbc;
    this.json = json;
    this.analyzer = analyzer;
  }

  private record Place(long collection, long aclId, long collectionAcl) {}

  @Override
  public int replace(UUID documentId, List<NewPassage> passages) {
    Place place = jdbc.sql(PLACE).param("document", documentId).query(Place.class).single();
    int removed = remove(documentId, BATCH);
    while (removed > 0) {
      removed = remove(documentId, BATCH);
    }
    Map<Long, Integer> passagesByTerm = new HashMap<>();
    long length = 0;
    PassageBatch batch = new PassageBatch(documentId, analyzer, json);
    for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
      Terms terms = batch.add(ordinal, passages.get(ordinal));
      terms.counts().keySet().forEach(term -> passagesByTerm.merge(term, 1, Integer::sum));
      length += terms.length();
      if (batch.size() == BATCH) {
        insert(documentId, place, batch);
        batch = new PassageBatch(documentId, analyzer, json);
      }
    }
    insert(documentId, place, batch);
    addStatistics(place, passagesByTerm, passages.size(), length);
    return passages.size();
  }

  @Override
  public int remove(UUID documentId, int limit) {
    return jdbc.sql(REMOVE)
        .param("document", documentId)
        .param("limit", limit)
        .query(Integer.class)
        .single();
  }

  private void insert(UUID documentId, Place place, PassageBatch batch) {
    if (batch.size() == 0) {
      return;
    }
    jdbc.sql(INSERT)
        .params(batch.parameters())
        .param("document", documentId)
        .param("collection", place.collection())
        .param("acl", place.aclId())
        .update();
  }

  private void addStatistics(Place place, Map<Long, Integer> byTerm, int passages, long length) {
    if (passages == 0) {
      return;
    }
    jdbc.sql(ADD_TERMS)
        .param("collection", place.collection())
        .param("acl", place.collectionAcl())
        .param("terms", byTerm.keySet().toArray(Long[]::new))
        .param("passages", byTerm.values().toArray(Integer[]::new))
        .update();
    jdbc.sql(ADD_TOTALS)
        .param("collection", place.collection())
        .param("acl", place.collectionAcl())
        .param("passages", passages)
        .param("length", length)
        .update();
  }
}
