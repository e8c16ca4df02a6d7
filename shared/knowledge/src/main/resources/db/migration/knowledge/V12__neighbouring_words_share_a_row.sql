-- Most words stand in two passages of a block: their rows were nine tenths overhead. Now a row holds a dozen
-- words of a block, those whose numbers begin with the same bits, and a search counts for itself.
ALTER TABLE knowledge.passages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge.postings NO FORCE ROW LEVEL SECURITY;

ALTER TABLE knowledge.passages ADD COLUMN place smallint GENERATED ALWAYS AS (ordinal % 200) STORED;
COMMENT ON COLUMN knowledge.passages.place IS 'within its block, as its postings name it';
CREATE INDEX passages_place ON knowledge.passages (block, place);

ALTER TABLE knowledge.postings RENAME TO postings_by_word;
ALTER INDEX knowledge.postings_pkey RENAME TO postings_by_word_pkey;
CREATE TABLE knowledge.postings (
  slot integer NOT NULL,
  collection integer NOT NULL,
  block integer NOT NULL,
  acl_id integer NOT NULL,
  words bytea NOT NULL,
  PRIMARY KEY (slot, collection, block) INCLUDE (acl_id, words)
);
COMMENT ON COLUMN knowledge.postings.slot IS 'a one and the first bits of the words'' numbers: more bits in a block of more words';
COMMENT ON COLUMN knowledge.postings.words IS
  'for each word the last six bytes of its number, of how many passages, and for each its place, how often (up to 255), words of the passage (two bytes)';
-- A search reads the index alone, where a word's rows are neighbours; the table has each in another page. Rows
-- are only ever added, so pages must be marked as seen by all long before a fifth is new.
ALTER TABLE knowledge.postings ALTER COLUMN words SET STORAGE EXTERNAL;
ALTER TABLE knowledge.postings SET (autovacuum_vacuum_insert_scale_factor = 0.02);

DO $$
DECLARE
  part record;
  bits integer;
BEGIN
  CREATE TEMPORARY TABLE words ON COMMIT DROP AS
    SELECT w.term_id, w.collection, w.block, w.acl_id,
      substring(int8send(w.term_id) FROM 3) || set_byte('\x00', 0, cardinality(w.entries)) || (
        SELECT string_agg(set_byte('\x00', 0, p.place) || substring(int8send(e.entry) FROM 6), '' ORDER BY p.place)
        FROM unnest(w.entries) AS e (entry) JOIN knowledge.passages p ON p.id = e.entry >> 24) AS word
    FROM knowledge.postings_by_word w;
  CREATE INDEX ON words (block);
  FOR part IN SELECT w.block, count(*) AS words,
      (SELECT count(*) FROM knowledge.passages p WHERE p.block = w.block) AS passages FROM words w GROUP BY 1 LOOP
    bits := greatest(0, ceil(log(2, greatest(1, part.words::numeric / least(16, greatest(1, part.passages / 8))))));
    WHILE bits < 20 AND EXISTS (
        SELECT FROM words w WHERE w.block = part.block
        GROUP BY (w.term_id >> (64 - bits)) & ((1 << bits) - 1) HAVING sum(length(w.word)) > 2600) LOOP
      bits := bits + 1;
    END LOOP;
    INSERT INTO knowledge.postings (slot, collection, block, acl_id, words)
      SELECT (1 << bits) | ((w.term_id >> (64 - bits)) & ((1 << bits) - 1))::integer,
        w.collection, w.block, w.acl_id, string_agg(w.word, '' ORDER BY w.term_id)
      FROM words w WHERE w.block = part.block GROUP BY 1, 2, 3, 4;
  END LOOP;
END $$;
DROP TABLE knowledge.postings_by_word;
CREATE INDEX postings_block ON knowledge.postings (block);

GRANT SELECT ON knowledge.postings TO chat_rt;
GRANT SELECT, DELETE, UPDATE (collection, acl_id) ON knowledge.postings TO documents_rt;
GRANT SELECT, INSERT, DELETE ON knowledge.postings TO ingestion_rt;

ALTER TABLE knowledge.passages FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge.postings ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.postings FORCE ROW LEVEL SECURITY;
CREATE POLICY reader ON knowledge.postings FOR SELECT TO documents_rt, chat_rt
  USING (acl_id IN (SELECT unnest(identity.visible_acls())));
CREATE POLICY sweeper ON knowledge.postings TO documents_rt
  USING ((SELECT knowledge.is_sweeper())) WITH CHECK ((SELECT knowledge.is_sweeper()));
CREATE POLICY ingestion ON knowledge.postings TO ingestion_rt USING (true) WITH CHECK (true);
CREATE POLICY mover ON knowledge.postings FOR UPDATE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));

-- A version that another has replaced is read by old citations and found by nobody: it leaves the index.
ALTER TABLE knowledge.passages ALTER COLUMN block DROP NOT NULL;
COMMENT ON COLUMN knowledge.passages.block IS 'names its postings; null when its document has left the index';
GRANT UPDATE (block) ON knowledge.passages TO ingestion_rt;
GRANT SELECT, DELETE ON knowledge.vectors TO ingestion_rt;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['collections', 'documents', 'passages', 'postings', 'vectors', 'corpus_deltas'] LOOP
    EXECUTE format('ALTER TABLE knowledge.%I NO FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  CREATE TEMPORARY TABLE superseded ON COMMIT DROP AS
    SELECT p.id, p.block, p.collection, p.length, c.acl_id FROM knowledge.documents d
    JOIN knowledge.passages p ON p.document_id = d.id
    JOIN knowledge.collections c ON c.number = p.collection WHERE d.standing = 'superseded';
  DELETE FROM knowledge.postings WHERE block IN (SELECT block FROM superseded);
  DELETE FROM knowledge.vectors WHERE passage_id IN (SELECT id FROM superseded);
  INSERT INTO knowledge.corpus_deltas (collection, passages, length, acl_id)
    SELECT collection, -count(*), -sum(length), acl_id FROM superseded GROUP BY collection, acl_id;
  UPDATE knowledge.passages SET block = NULL WHERE id IN (SELECT id FROM superseded);
  FOREACH name IN ARRAY ARRAY['collections', 'documents', 'passages', 'postings', 'vectors', 'corpus_deltas'] LOOP
    EXECUTE format('ALTER TABLE knowledge.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
