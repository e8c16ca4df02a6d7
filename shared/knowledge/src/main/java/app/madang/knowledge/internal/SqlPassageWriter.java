package app.madang.knowledge.internal;

import app.madang.knowledge.NewPassage;
import app.madang.knowledge.PassageWriter;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Writes passages and postings in batches, the totals once a document. */
final class SqlPassageWriter implements PassageWriter {

  private static final int BATCH = PostingRows.PASSAGES;

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
          CAST(:lengths AS int[]), CAST(:terms AS text[]))
        AS t (public_id, ordinal, text, location, parts, language, length, terms)
      ), added AS (
        INSERT INTO knowledge.passages
          (public_id, document_id, collection, acl_id, block, ordinal, text, location, parts, language,
           length, content_hash, terms, analyzer)
        SELECT public_id, :document, :collection, :acl, :block, ordinal, text, CAST(location AS jsonb),
          CAST(parts AS jsonb), language, length, sha256(convert_to(text, 'UTF8')), CAST(terms AS bigint[]), :analyzer
        FROM input
      )
      INSERT INTO knowledge.postings (slot, collection, block, acl_id, words)
      SELECT r.slot, :collection, :block, :acl, r.words
      FROM unnest(CAST(:slots AS integer[]), CAST(:rows AS bytea[])) AS r (slot, words)
      """;

  private static final String ANALYZED =
      "UPDATE knowledge.documents SET analyzer = :analyzer WHERE id = :document AND analyzer < :analyzer";

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
        DELETE FROM knowledge.passages WHERE document_id = :document
          AND ordinal / 200 IN (
            SELECT DISTINCT ordinal / 200 FROM knowledge.passages WHERE document_id = :document
            ORDER BY 1 LIMIT :blocks)
        RETURNING id, collection, block, length
      ), unposted AS (
        DELETE FROM knowledge.postings WHERE block IN (SELECT block FROM gone)
      ), uncounted AS (
        INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
        SELECT collection, -count(*), -sum(length), (SELECT acl_id FROM place) FROM gone
        WHERE block IS NOT NULL GROUP BY 1
      )
      SELECT count(*) FROM gone
      """;

  /** What the newest version has replaced is read by old citations alone: it leaves the index. */
  private static final String LEAVE =
      """
      WITH old AS (
        SELECT o.id, c.acl_id FROM knowledge.documents d
        JOIN knowledge.documents o ON o.series_id = d.series_id AND o.standing = 'superseded'
        JOIN knowledge.collections c ON c.id = o.collection_id
        WHERE d.id = :document
      ), gone AS (
        UPDATE knowledge.passages p SET block = NULL FROM old o
        WHERE p.document_id = o.id AND p.block IS NOT NULL
        RETURNING p.id, p.collection, old.block, p.length, o.acl_id
      ), unposted AS (
        DELETE FROM knowledge.postings WHERE block IN (SELECT block FROM gone)
      ), forgotten AS (
        DELETE FROM knowledge.vectors WHERE passage_id IN (SELECT id FROM gone)
      )
      INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
      SELECT collection, -count(*), -sum(length), acl_id FROM gone GROUP BY collection, acl_id
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final TermAnalyzer analyzer;
  private final WordRenewal renewal;

  SqlPassageWriter(JdbcClient jdbc, JsonMapper json, TermAnalyzer analyzer) {
    this.jdbc = jdbc;
    this.json = json;
    this.analyzer = analyzer;
    this.renewal = new WordRenewal(jdbc, json, analyzer);
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
    analyzed(documentId);
    jdbc.sql(LEAVE).param("document", documentId).update();
    return passages.size();
  }

  @Override
  public int renew(UUID documentId) {
    int renewed = renewal.next(documentId);
    if (renewed == 0) {
      analyzed(documentId);
    }
    return renewed;
  }

  private void analyzed(UUID documentId) {
    jdbc.sql(ANALYZED).param("document", documentId).param("analyzer", analyzer.version()).update();
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
        .param("analyzer", analyzer.version())
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
