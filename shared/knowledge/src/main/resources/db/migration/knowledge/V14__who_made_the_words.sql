-- Which version of the analysis made a passage's words and its postings, so that a new one is brought in while searches go on.
ALTER TABLE knowledge.passages ADD COLUMN analyzer smallint NOT NULL DEFAULT 1;
ALTER TABLE knowledge.documents ADD COLUMN analyzer smallint NOT NULL DEFAULT 1, ADD COLUMN renewal_asked_at timestamptz;
COMMENT ON COLUMN knowledge.passages.analyzer IS 'the version that made its terms and its postings; all of a block have the same';
COMMENT ON COLUMN knowledge.documents.analyzer IS 'the oldest version among its passages that are in the index';
COMMENT ON COLUMN knowledge.documents.renewal_asked_at IS 'when an event last asked for newer words; the sweep asks again';
CREATE INDEX documents_analyzer ON knowledge.documents (analyzer, renewal_asked_at) WHERE status IN ('CHUNKED', 'READY');

GRANT UPDATE (terms, length, analyzer) ON knowledge.passages TO ingestion_rt;
GRANT UPDATE (analyzer) ON knowledge.documents TO ingestion_rt;
GRANT UPDATE (renewal_asked_at) ON knowledge.documents TO documents_rt;

-- How far the company's index is, for administrators: sums only.
CREATE FUNCTION knowledge.renewal(newest smallint, OUT documents bigint, OUT waiting bigint)
  LANGUAGE plpgsql AS $$
DECLARE
  person text := current_setting('app.user_id', true);
  worker text := current_setting('app.worker', true);
BEGIN
  IF NOT identity.has_role('admin') THEN
    RAISE EXCEPTION 'only for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.user_id', '', true), set_config('app.worker', 'documents', true);
  SELECT count(*), count(*) FILTER (WHERE d.analyzer < newest) INTO documents, waiting
    FROM knowledge.documents d WHERE d.status IN ('CHUNKED', 'READY');
  PERFORM set_config('app.user_id', person, true), set_config('app.worker', coalesce(worker, ''), true);
END $$;
REVOKE ALL ON FUNCTION knowledge.renewal(smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION knowledge.renewal(smallint) TO documents_rt;
