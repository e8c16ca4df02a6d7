-- Documents that a person fills into a tool's form: read like any other, kept for a day, and nobody's but theirs. They are in no
-- collection, so that no search, listing, count or vector knows them. What was read is sealed; who reads files cannot read it again.
CREATE TABLE knowledge.form_files (
  id                uuid PRIMARY KEY DEFAULT uuidv7(),
  owner_id          uuid NOT NULL DEFAULT identity.current_user_id(),
  name              text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  content_type      text NOT NULL,
  size              bigint NOT NULL CHECK (size >= 0),
  object_generation bigint,
  status            text NOT NULL DEFAULT 'UPLOADING' CHECK (status IN ('UPLOADING', 'PARSING', 'READY', 'FAILED')),
  failure           text CHECK (failure IS NOT NULL = (status = 'FAILED')),
  omissions         jsonb,
  pages             integer CHECK (pages > 0),
  characters        integer CHECK (characters > 0),
  sealed            bytea CHECK (sealed IS NOT NULL = (status = 'READY')),
  attempts          integer NOT NULL DEFAULT 0,
  created_at        timestamptz NOT NULL DEFAULT now(),
  emitted_at        timestamptz NOT NULL DEFAULT now(),
  expires_at        timestamptz NOT NULL DEFAULT now() + interval '1 day'
);
COMMENT ON COLUMN knowledge.form_files.characters IS 'of the whole text; sealed are at most its first 100,000';
COMMENT ON COLUMN knowledge.form_files.emitted_at IS 'when an event last asked for the next step; the sweep asks again';
COMMENT ON COLUMN knowledge.form_files.expires_at IS 'from then on it is gone for everyone; the sweep removes bytes and row';
CREATE INDEX form_files_of_owner ON knowledge.form_files (owner_id);
CREATE INDEX form_files_expiring ON knowledge.form_files (expires_at);
CREATE INDEX form_files_underway ON knowledge.form_files (emitted_at) WHERE status IN ('UPLOADING', 'PARSING');

ALTER TABLE knowledge.form_files ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.form_files FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON knowledge.form_files TO documents_rt, chat_rt
  USING (owner_id = (SELECT identity.current_user_id()))
  WITH CHECK (owner_id = (SELECT identity.current_user_id()));
CREATE POLICY sweeper ON knowledge.form_files TO documents_rt
  USING ((SELECT knowledge.is_sweeper())) WITH CHECK ((SELECT knowledge.is_sweeper()));
CREATE POLICY ingestion ON knowledge.form_files TO ingestion_rt USING (true) WITH CHECK (true);

GRANT SELECT (id, owner_id, name, content_type, size, object_generation, status, failure, omissions, pages, characters, attempts,
  created_at, emitted_at, expires_at), DELETE ON knowledge.form_files TO documents_rt;
GRANT INSERT (name, content_type, size) ON knowledge.form_files TO documents_rt;
GRANT UPDATE (status, failure, attempts, emitted_at, expires_at) ON knowledge.form_files TO documents_rt;
GRANT SELECT (id, name, content_type, size, object_generation, status, expires_at) ON knowledge.form_files TO ingestion_rt;
GRANT UPDATE (status, failure, object_generation, omissions, pages, characters, sealed, attempts, emitted_at)
  ON knowledge.form_files TO ingestion_rt;
GRANT SELECT (id, owner_id, name, status, characters, sealed, expires_at) ON knowledge.form_files TO chat_rt;
