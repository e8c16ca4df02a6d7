-- Its passages are only sent to vendors that are cleared for as much.
ALTER TABLE knowledge.collections
  ADD COLUMN clearance text NOT NULL DEFAULT 'internal' CHECK (clearance IN ('public', 'internal', 'confidential'));
COMMENT ON COLUMN knowledge.collections.clearance IS 'for whom its documents are; decides which vendors may be sent them';
GRANT UPDATE (clearance) ON knowledge.collections TO documents_rt;

ALTER TABLE knowledge.documents DROP CONSTRAINT documents_meaning_failure_check,
  ADD CONSTRAINT documents_meaning_failure_check
    CHECK (meaning_failure IN ('no_model', 'not_cleared', 'personal_data', 'unavailable'));
