-- Folders inside a collection, versions of a document, expiry, tags and what else is known of it, many uploads at once.
-- Rights stay with the collection: whatever lies in it carries the collection's acl.
CREATE TABLE knowledge.folders (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  collection_id uuid NOT NULL REFERENCES knowledge.collections ON DELETE CASCADE,
  parent_id uuid,
  acl_id bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (collection_id, id),
  FOREIGN KEY (collection_id, parent_id) REFERENCES knowledge.folders (collection_id, id)
    ON DELETE CASCADE DEFERRABLE INITIALLY IMMEDIATE
);
CREATE UNIQUE INDEX folders_name ON knowledge.folders (collection_id, parent_id, lower(name)) NULLS NOT DISTINCT;

ALTER TABLE knowledge.documents
  ADD COLUMN folder_id uuid,
  ADD COLUMN series_id uuid,
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN standing text NOT NULL DEFAULT 'current' CHECK (standing IN ('current', 'coming', 'superseded')),
  ADD COLUMN expires_at timestamptz,
  ADD COLUMN tags text[] NOT NULL DEFAULT '{}',
  ADD COLUMN metadata jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN sha256 bytea CHECK (length(sha256) = 32),
  ADD COLUMN batch_id uuid,
  ADD COLUMN upload_until timestamptz,
  ADD CONSTRAINT documents_folder FOREIGN KEY (collection_id, folder_id)
    REFERENCES knowledge.folders (collection_id, id) ON DELETE SET NULL (folder_id) DEFERRABLE INITIALLY IMMEDIATE;
COMMENT ON COLUMN knowledge.documents.series_id IS 'the first version of a document that was replaced; null while there is only one';
COMMENT ON COLUMN knowledge.documents.sha256 IS 'as its uploader announced it: only ever compared within the collection, among its editors';
COMMENT ON COLUMN knowledge.documents.upload_until IS 'how long bytes are waited for; null is the usual time after created_at';
CREATE UNIQUE INDEX documents_series ON knowledge.documents (series_id, version) WHERE series_id IS NOT NULL;
CREATE INDEX documents_same_bytes ON knowledge.documents (collection_id, sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX documents_batch ON knowledge.documents (batch_id, id) WHERE batch_id IS NOT NULL;
CREATE INDEX documents_in_folder ON knowledge.documents (folder_id, id DESC) WHERE folder_id IS NOT NULL;
CREATE INDEX documents_expiring ON knowledge.documents (collection_id, expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX documents_superseded ON knowledge.documents (collection_id) WHERE standing <> 'current';

-- The newest version that can be read is the one that searches see, whichever was read first; in the
-- transaction that made it readable, so that none or two are never seen.
CREATE FUNCTION knowledge.take_over() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended(NEW.series_id::text, 5));
  IF EXISTS (SELECT FROM knowledge.documents
             WHERE series_id = NEW.series_id AND version > NEW.version AND standing <> 'coming') THEN
    NEW.standing := 'superseded';
  ELSE
    UPDATE knowledge.documents SET standing = 'superseded'
      WHERE series_id = NEW.series_id AND version < NEW.version AND standing = 'current';
    NEW.standing := 'current';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER take_over BEFORE UPDATE OF status ON knowledge.documents
  FOR EACH ROW WHEN (NEW.status = 'CHUNKED' AND NEW.standing = 'coming') EXECUTE FUNCTION knowledge.take_over();
GRANT UPDATE (standing) ON knowledge.documents TO ingestion_rt;

GRANT SELECT, INSERT, DELETE ON knowledge.folders TO documents_rt;
GRANT UPDATE (collection_id, parent_id, acl_id, name) ON knowledge.folders TO documents_rt;
GRANT SELECT ON knowledge.folders TO chat_rt;
GRANT UPDATE (collection_id, acl_id, folder_id, series_id, expires_at, tags, metadata, upload_until)
  ON knowledge.documents TO documents_rt;
GRANT UPDATE (collection, acl_id) ON knowledge.passages, knowledge.postings, knowledge.vectors TO documents_rt;

ALTER TABLE knowledge.folders ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.folders FORCE ROW LEVEL SECURITY;
CREATE POLICY reader ON knowledge.folders FOR SELECT TO documents_rt, chat_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY sweeper ON knowledge.folders TO documents_rt
  USING ((SELECT knowledge.is_sweeper())) WITH CHECK ((SELECT knowledge.is_sweeper()));
CREATE POLICY editor ON knowledge.folders TO documents_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND EXISTS (SELECT FROM knowledge.collections c
      WHERE c.id = collection_id AND c.acl_id = folders.acl_id AND c.deleted_at IS NULL));

-- What moves takes the rights of where it goes: from editable to editable, and never to a collection's
-- place with another's rights.
DROP POLICY editor ON knowledge.documents;
CREATE POLICY editor ON knowledge.documents FOR UPDATE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND EXISTS (SELECT FROM knowledge.collections c WHERE c.id = collection_id AND c.acl_id = documents.acl_id));
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['passages', 'postings', 'vectors'] LOOP
    EXECUTE format(
      'CREATE POLICY mover ON knowledge.%I FOR UPDATE TO documents_rt '
      'USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[])) '
      'WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))', name);
  END LOOP;
END $$;
CREATE POLICY mover ON knowledge.corpus_deltas FOR INSERT TO documents_rt
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));

-- What everything weighs, for administrators: sums only, no name and no text of what they may not read.
CREATE FUNCTION knowledge.all_storage(OUT collections bigint, OUT documents bigint, OUT versions bigint, OUT bytes bigint, OUT passages bigint)
  LANGUAGE plpgsql AS $$
DECLARE
  person text := current_setting('app.user_id', true);
  worker text := current_setting('app.worker', true);
BEGIN
  IF NOT identity.has_role('admin') THEN
    RAISE EXCEPTION 'only for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('app.user_id', '', true), set_config('app.worker', 'documents', true);
  SELECT count(*) INTO collections FROM knowledge.collections WHERE deleted_at IS NULL;
  SELECT count(*) FILTER (WHERE d.standing = 'current'), count(*) FILTER (WHERE d.standing <> 'current'),
      coalesce(sum(d.size), 0), coalesce(sum(d.passage_count), 0)
    INTO documents, versions, bytes, passages
    FROM knowledge.documents d WHERE d.status <> 'DELETING';
  PERFORM set_config('app.user_id', person, true), set_config('app.worker', coalesce(worker, ''), true);
END $$;
REVOKE ALL ON FUNCTION knowledge.all_storage() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION knowledge.all_storage() TO documents_rt;
