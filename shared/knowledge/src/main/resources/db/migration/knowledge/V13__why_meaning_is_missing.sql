-- What is asked for again and again ends with a reason that people see.
ALTER TABLE knowledge.documents
  ADD COLUMN attempts smallint NOT NULL DEFAULT 0,
  ADD COLUMN meaning_failure text CHECK (meaning_failure IN ('no_model', 'personal_data', 'unavailable'));
COMMENT ON COLUMN knowledge.documents.attempts IS 'at the step that it is in, without getting anywhere';
COMMENT ON COLUMN knowledge.documents.meaning_failure IS 'why it is found by its words alone; tried again every hour';
GRANT UPDATE (attempts, meaning_failure) ON knowledge.documents TO documents_rt, ingestion_rt, embedding_rt;
