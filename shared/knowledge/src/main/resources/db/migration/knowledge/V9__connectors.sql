-- Where a collection's documents come from by themselves, how far a run is, and what it found.
CREATE TABLE knowledge.connectors (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  collection_id uuid NOT NULL REFERENCES knowledge.collections ON DELETE CASCADE,
  folder_id uuid REFERENCES knowledge.folders ON DELETE SET NULL,
  acl_id bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('web', 'bucket', 'drive')),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  settings bytea NOT NULL,
  every_minutes integer NOT NULL CHECK (every_minutes BETWEEN 15 AND 43200),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'failed', 'paused', 'deleting')),
  reason text,
  run bigint NOT NULL DEFAULT 0,
  phase text NOT NULL DEFAULT 'rest' CHECK (phase IN ('rest', 'listing', 'reading', 'leaving')),
  cursor text,
  checkpoint text,
  whole boolean NOT NULL DEFAULT true,
  attempts integer NOT NULL DEFAULT 0,
  added integer NOT NULL DEFAULT 0,
  changed integer NOT NULL DEFAULT 0,
  removed integer NOT NULL DEFAULT 0,
  lease uuid,
  lease_until timestamptz NOT NULL DEFAULT '-infinity',
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  next_at timestamptz NOT NULL DEFAULT now(),
  emitted_at timestamptz NOT NULL DEFAULT '-infinity',
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN knowledge.connectors.settings IS 'sealed to the id';
COMMENT ON COLUMN knowledge.connectors.lease IS 'of the one worker whose writes count';
COMMENT ON COLUMN knowledge.connectors.whole IS 'what this run did not see is gone; not so when a source tells only changes';
CREATE INDEX connectors_of ON knowledge.connectors (collection_id, id);
CREATE INDEX connectors_due ON knowledge.connectors (next_at) WHERE state <> 'paused';

CREATE TABLE knowledge.connector_items (
  id uuid NOT NULL DEFAULT uuidv7(),
  connector_id uuid NOT NULL REFERENCES knowledge.connectors ON DELETE CASCADE,
  external_id text NOT NULL CHECK (octet_length(external_id) <= 2000),
  acl_id bigint NOT NULL,
  name text NOT NULL,
  listed text,
  revision text,
  digest bytea,
  access jsonb,
  own_acl bigint,
  links jsonb,
  depth integer NOT NULL DEFAULT 0,
  document_id uuid,
  pending uuid,
  attempts integer NOT NULL DEFAULT 0,
  problem text,
  passing boolean NOT NULL DEFAULT false,
  seen_run bigint NOT NULL,
  done_run bigint NOT NULL DEFAULT 0,
  checked_at timestamptz,
  PRIMARY KEY (connector_id, external_id)
);
COMMENT ON COLUMN knowledge.connector_items.pending IS 'an object that was written for a row that may not be there yet';
COMMENT ON COLUMN knowledge.connector_items.passing IS 'the problem may be over next time, and the document stays';
COMMENT ON COLUMN knowledge.connector_items.access IS 'who may read it at the source; null is as the collection says';
CREATE INDEX connector_items_open ON knowledge.connector_items (connector_id, seen_run, depth, external_id);
CREATE INDEX connector_items_problems ON knowledge.connector_items (connector_id, id) WHERE problem IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON knowledge.connectors, knowledge.connector_items TO documents_rt;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['connectors', 'connector_items'] LOOP
    EXECUTE format('ALTER TABLE knowledge.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE knowledge.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY editor ON knowledge.%I FOR SELECT TO documents_rt '
      'USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))', name);
    EXECUTE format(
      'CREATE POLICY sweeper ON knowledge.%I TO documents_rt '
      'USING ((SELECT knowledge.is_sweeper())) WITH CHECK ((SELECT knowledge.is_sweeper()))', name);
  END LOOP;
END $$;
CREATE POLICY maker ON knowledge.connectors FOR INSERT TO documents_rt
  WITH CHECK (acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    AND ((SELECT identity.has_role('builder')) OR (SELECT identity.has_role('admin')))
    AND EXISTS (SELECT FROM knowledge.collections c
      WHERE c.id = collection_id AND c.acl_id = connectors.acl_id AND c.deleted_at IS NULL));
CREATE POLICY owner ON knowledge.connectors FOR UPDATE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    AND ((SELECT identity.has_role('builder')) OR (SELECT identity.has_role('admin'))))
  WITH CHECK (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
