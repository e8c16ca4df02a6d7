-- A row per word and passage cost 120 bytes and a check of its rights each. Now a row holds a word's
-- postings in up to 200 neighbouring passages of one document, eight bytes each. How many passages have
-- a word is counted from the rows that a search reads anyway.
CREATE SEQUENCE knowledge.blocks AS integer;
GRANT USAGE ON SEQUENCE knowledge.blocks TO ingestion_rt;

-- the owner rewrites rows that the policies would hide from it
ALTER TABLE knowledge.passages NO FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge.postings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge.vectors NO FORCE ROW LEVEL SECURITY;

ALTER TABLE knowledge.passages ADD COLUMN block integer;
COMMENT ON COLUMN knowledge.passages.block IS 'names its postings, with its terms';
UPDATE knowledge.passages p SET block = b.block
  FROM (SELECT document_id, part, nextval('knowledge.blocks') AS block
        FROM (SELECT DISTINCT document_id, ordinal / 200 AS part FROM knowledge.passages) parts) b
  WHERE b.document_id = p.document_id AND b.part = p.ordinal / 200;
ALTER TABLE knowledge.passages ALTER COLUMN block SET NOT NULL;

ALTER TABLE knowledge.postings RENAME TO postings_by_passage;
ALTER INDEX knowledge.postings_pkey RENAME TO postings_by_passage_pkey;
CREATE TABLE knowledge.postings (
  term_id bigint NOT NULL,
  collection integer NOT NULL,
  block integer NOT NULL,
  acl_id integer NOT NULL,
  entries bigint[] NOT NULL,
  PRIMARY KEY (term_id, collection, block)
);
COMMENT ON COLUMN knowledge.postings.entries IS 'passage id << 24 | how often, up to 255 << 16 | words of the passage, up to 65535';
INSERT INTO knowledge.postings
  SELECT t.term_id, t.collection, p.block, t.acl_id,
    array_agg((t.passage_id << 24) | (least(t.tf, 255)::bigint << 16) | least(t.length, 65535) ORDER BY t.passage_id)
  FROM knowledge.postings_by_passage t JOIN knowledge.passages p ON p.id = t.passage_id
  GROUP BY 1, 2, 3, 4;
DROP TABLE knowledge.postings_by_passage, knowledge.term_deltas;
GRANT SELECT ON knowledge.postings TO chat_rt;
GRANT SELECT, DELETE ON knowledge.postings TO documents_rt;
GRANT SELECT, INSERT, DELETE ON knowledge.postings TO ingestion_rt;

-- Half precision is enough to rank by. An index for each length of vectors that models give.
DROP INDEX knowledge.vectors_near;
ALTER TABLE knowledge.vectors ALTER COLUMN embedding TYPE public.halfvec USING embedding::public.halfvec;
ALTER TABLE knowledge.vectors ADD COLUMN dimensions smallint NOT NULL DEFAULT 384 CHECK (dimensions = public.vector_dims(embedding));
ALTER TABLE knowledge.vectors ALTER COLUMN dimensions DROP DEFAULT;
ALTER TABLE knowledge.vectors DROP CONSTRAINT vectors_pkey;
ALTER TABLE knowledge.vectors ADD PRIMARY KEY (passage_id, model, dimensions);
CREATE INDEX vectors_near_384 ON knowledge.vectors USING hnsw ((embedding::public.halfvec(384)) public.halfvec_cosine_ops) WHERE dimensions = 384;
CREATE INDEX vectors_near_768 ON knowledge.vectors USING hnsw ((embedding::public.halfvec(768)) public.halfvec_cosine_ops) WHERE dimensions = 768;
CREATE INDEX vectors_near_1024 ON knowledge.vectors USING hnsw ((embedding::public.halfvec(1024)) public.halfvec_cosine_ops) WHERE dimensions = 1024;
CREATE INDEX vectors_near_1536 ON knowledge.vectors USING hnsw ((embedding::public.halfvec(1536)) public.halfvec_cosine_ops) WHERE dimensions = 1536;

ALTER TABLE knowledge.passages FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge.vectors FORCE ROW LEVEL SECURITY;
ALTER TABLE knowledge.postings ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.postings FORCE ROW LEVEL SECURITY;
CREATE POLICY sweeper ON knowledge.postings TO documents_rt
  USING ((SELECT knowledge.is_sweeper())) WITH CHECK ((SELECT knowledge.is_sweeper()));
CREATE POLICY ingestion ON knowledge.postings TO ingestion_rt USING (true) WITH CHECK (true);

-- Where a search reads many rows, the caller's list is a hash table made once; comparing each row with
-- an array of 200 took longer than the search itself.
DROP POLICY reader ON knowledge.vectors;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['postings', 'vectors'] LOOP
    EXECUTE format(
      'CREATE POLICY reader ON knowledge.%I FOR SELECT TO documents_rt, chat_rt '
      'USING (acl_id IN (SELECT unnest(identity.visible_acls())))', name);
  END LOOP;
END $$;
