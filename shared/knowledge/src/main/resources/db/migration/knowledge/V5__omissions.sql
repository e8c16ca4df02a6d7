-- A document may be read in part: scanned pages among text, a locked file in an archive. Its owner is told which.
ALTER TABLE knowledge.documents ADD COLUMN omissions jsonb;
COMMENT ON COLUMN knowledge.documents.omissions IS 'what was left out and why; null when nothing was';
GRANT UPDATE (omissions) ON knowledge.documents TO ingestion_rt;
