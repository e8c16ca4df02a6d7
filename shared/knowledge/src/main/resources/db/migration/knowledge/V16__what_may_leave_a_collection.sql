-- Its passages are only sent to vendors that are cleared for as much.
ALTER TABLE knowledge.collections
  ADD COLUMN clearance text NOT NULL DEFAULT 'internal' CHECK (clearance IN ('public', 'internal', 'confidential'));
COMMENT ON COLUMN knowledge.collections.clearance IS 'for whom its documents are; decides which vendors may be sent them';
GRANT UPDATE (clearance) ON knowledge.collections TO documents_rt;
