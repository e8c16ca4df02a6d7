package app.madang.knowledge.internal;

import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageWriter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes passages and postings in batches, the totals once a document. */
final class SqlPassageWriter implements PassageWriter {

  /** As many passages as share a row of postings. */
  private static final int BATCH = 200;

  private static final String PLACE =
      """
      SELECT d.name, d.acl_id, c.number AS collection, c.acl_id AS collection_acl
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
          (public_id, document_id, collection, acl_id, block, ordinal, text, location, parts, language,
           length, content_hash, terms)
        SELECT public_id, :document, :collection, :acl, :block, ordinal, text, CAST(location AS jsonb),
          CAST(parts AS jsonb), language, length, sha256(convert_to(text, 'UTF8')), CAST(terms AS bigint[])
        FROM input
        RETURNING id, ordinal
      )
      INSERT INTO knowledge.postings (term_id, collection, block, acl_id, entries)
      SELECT w.term, :collection, :block, :acl, array_agg(
        (a.id << 24) | (least(w.tf, 255)::bigint << 16) | least(i.length, 65535) ORDER BY a.id)
      FROM added a JOIN input i ON i.ordinal = a.ordinal,
        unnest(CAST(i.terms AS bigint[]), CAST(i.counts AS smallint[])) AS w (term, tf)
      GROUP BY w.term
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
        DELETE FROM knowledge.passages WHERE document_id = :document AND block IN (
          SELECT DISTINCT block FROM knowledge.passages WHERE document_id = :document
          ORDER BY block LIMIT :blocks)
        RETURNING id, collection, block, length, terms
      ), unposted AS (
        DELETE FROM knowledge.postings p USING (
          SELECT DISTINCT g.collection, g.block, t.term FROM gone g, unnest(g.terms) AS t (term)) w
        WHERE p.term_id = w.term AND p.collection = w.collection AND p.block = w.block
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

  private record Place(String name, long collection, long aclId, long collectionAcl) {}

  @Override
  public int replace(UUID documentId, List<NewPassage> passages) {
    Place place = jdbc.sql(PLACE).param("document", documentId).query(Place.class).single();
    int removed = remove(documentId, BATCH);
    while (removed > 0) {
      removed = remove(documentId, BATCH);
    }
    long length = 0;
    PassageBatch batch = new PassageBatch(documentId, place.name(), analyzer, json);
    for (int ordinal = 0; ordinal < passages.size(); ordinal++) {
      Terms terms = batch.add(ordinal, passages.get(ordinal));
      length += terms.length();
      if (batch.size() == BATCH) {
        insert(documentId, place, batch);
        batch = new PassageBatch(documentId, place.name(), analyzer, json);
      }
    }
    insert(documentId, place, batch);
    addTotals(place, passages.size(), length);
    return passages.size();
  }

  @Override
  public int remove(UUID documentId, int limit) {
    return jdbc.sql(REMOVE)
        .param("document", documentId)
        .param("blocks", Math.max(1, limit / BATCH))
        .query(Integer.class)
        .single();
  }

  private void insert(UUID documentId, Place place, PassageBatch batch) {
    if (batch.size() == 0) {
      return;
    }
    long block = jdbc.sql("SELECT nextval('knowledge.blocks')").query(Long.class).single();
    jdbc.sql(INSERT)
        .params(batch.parameters())
        .param("document", documentId)
        .param("block", block)
        .param("collection", place.collection())
        .param("acl", place.aclId())
        .update();
  }

  private void addTotals(Place place, int passages, long length) {
    if (passages == 0) {
      return;
    }
    jdbc.sql(ADD_TOTALS)
        .param("collection", place.collection())
        .param("acl", place.collectionAcl())
        .param("passages", passages)
        .param("length", length)
        .update();
  }
}
