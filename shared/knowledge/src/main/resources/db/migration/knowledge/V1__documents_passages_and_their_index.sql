-- The company's documents, what they say, and how a search finds it.
-- Every table carries acl_id: the policy compares it with the caller's list, evaluated once a statement.

CREATE SCHEMA IF NOT EXISTS knowledge;
CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
GRANT USAGE ON SCHEMA knowledge TO documents_rt, ingestion_rt, embedding_rt, chat_rt;

-- Sweeps and sagas of the documents function act for nobody and say so; an operation that merely
-- forgot its caller still sees no rows.
CREATE FUNCTION knowledge.is_sweeper() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN identity.current_user_id() IS NULL AND current_setting('app.worker', true) = 'documents';

CREATE TABLE knowledge.collections (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  acl_id bigint NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz
);
CREATE INDEX collections_acl ON knowledge.collections (acl_id);

CREATE TABLE knowledge.documents (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  collection_id uuid NOT NULL REFERENCES knowledge.collections,
  acl_id bigint NOT NULL,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 255),
  content_type text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0),
  object_generation bigint,
  status text NOT NULL DEFAULT 'UPLOADING'
    CHECK (status IN ('UPLOADING', 'PARSING', 'CHUNKED', 'READY', 'FAILED', 'DELETING')),
  failure text CHECK (failure IS NOT NULL = (status = 'FAILED') OR status = 'DELETING'),
  passage_count integer NOT NULL DEFAULT 0,
  embedded_count integer NOT NULL DEFAULT 0,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  emitted_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN knowledge.documents.emitted_at IS 'when an event last asked for the next step; the sweep asks again';
CREATE INDEX documents_newest ON knowledge.documents (collection_id, id DESC);
CREATE INDEX documents_underway ON knowledge.documents (emitted_at)
  WHERE status IN ('UPLOADING', 'PARSING', 'CHUNKED', 'DELETING');
CREATE INDEX documents_unsearchable ON knowledge.documents (collection_id)
  WHERE status NOT IN ('CHUNKED', 'READY');

CREATE TABLE knowledge.passages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  public_id uuid NOT NULL UNIQUE,
  document_id uuid NOT NULL REFERENCES knowledge.documents ON DELETE CASCADE,
  collection bigint NOT NULL,
  acl_id bigint NOT NULL,
  ordinal integer NOT NULL,
  text text NOT NULL,
  location jsonb NOT NULL,
  language text NOT NULL CHECK (language IN ('ko', 'en', 'und')),
  length integer NOT NULL,
  content_hash bytea NOT NULL,
  terms bigint[] NOT NULL,
  UNIQUE (document_id, ordinal)
);
COMMENT ON COLUMN knowledge.passages.terms IS 'finds its postings again, so that they need no second index';

-- Integer equality is leakproof: the key is searched before the policy is asked.
CREATE TABLE knowledge.postings (
  collection bigint NOT NULL,
  term_id bigint NOT NULL,
  passage_id bigint NOT NULL,
  tf smallint NOT NULL,
  length integer NOT NULL,
  acl_id bigint NOT NULL,
  PRIMARY KEY (collection, term_id, passage_id) INCLUDE (tf, length, acl_id)
);

-- Statistics are only ever appended, so that no two uploads wait for one row; a compactor folds them.
CREATE TABLE knowledge.term_deltas (
  collection bigint NOT NULL,
  term_id bigint NOT NULL,
  passages integer NOT NULL,
  acl_id bigint NOT NULL
);
CREATE INDEX term_deltas_sum ON knowledge.term_deltas (collection, term_id) INCLUDE (passages, acl_id);

CREATE TABLE knowledge.corpus_deltas (
  collection bigint NOT NULL,
  passages bigint NOT NULL,
  length bigint NOT NULL,
  acl_id bigint NOT NULL
);
CREATE INDEX corpus_deltas_sum ON knowledge.corpus_deltas (collection) INCLUDE (passages, length, acl_id);

CREATE TABLE knowledge.vectors (
  passage_id bigint PRIMARY KEY REFERENCES knowledge.passages ON DELETE CASCADE,
  collection bigint NOT NULL,
  acl_id bigint NOT NULL,
  language text NOT NULL,
  model text NOT NULL,
  embedding public.vector(384) NOT NULL
);
CREATE INDEX vectors_near ON knowledge.vectors USING hnsw (embedding public.vector_cosine_ops);

-- Rights: what each function needs and no more.
GRANT SELECT, INSERT, DELETE ON knowledge.collections TO documents_rt;
GRANT UPDATE (name, deleted_at) ON knowledge.collections TO documents_rt;
GRANT SELECT, INSERT, DELETE ON knowledge.documents TO documents_rt;
GRANT UPDATE (status, failure, updated_at, emitted_at) ON knowledge.documents TO documents_rt;
GRANT SELECT, DELETE ON knowledge.passages, knowledge.postings, knowledge.vectors TO documents_rt;
GRANT SELECT, INSERT, DELETE ON knowledge.term_deltas, knowledge.corpus_deltas TO documents_rt;

GRANT SELECT ON knowledge.collections, knowledge.documents TO ingestion_rt, embedding_rt;
GRANT UPDATE (status, failure, object_generation, passage_count, embedded_count, updated_at, emitted_at)
  ON knowledge.documents TO ingestion_rt;
GRANT SELECT, INSERT, DELETE ON knowledge.passages, knowledge.postings TO ingestion_rt;
GRANT INSERT ON knowledge.term_deltas, knowledge.corpus_deltas TO ingestion_rt;
GRANT UPDATE (status, embedded_count, updated_at, emitted_at) ON knowledge.documents TO embedding_rt;
GRANT SELECT ON knowledge.passages TO embedding_rt;
GRANT SELECT, INSERT ON knowledge.vectors TO embedding_rt;

GRANT SELECT ON ALL TABLES IN SCHEMA knowledge TO chat_rt;

-- Row-level security, forced on the owner too.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['collections', 'documents', 'passages', 'postings', 'term_deltas', 'corpus_deltas', 'vectors'] LOOP
    EXECUTE format('ALTER TABLE knowledge.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE knowledge.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY reader ON knowledge.%I FOR SELECT TO documents_rt, chat_rt '
      'USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]))', name);
    EXECUTE format(
      'CREATE POLICY sweeper ON knowledge.%I TO documents_rt '
      'USING ((SELECT knowledge.is_sweeper())) WITH CHECK ((SELECT knowledge.is_sweeper()))', name);
    EXECUTE format('CREATE POLICY ingestion ON knowledge.%I TO ingestion_rt USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY embedding ON knowledge.%I TO embedding_rt USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

CREATE POLICY maker ON knowledge.collections FOR INSERT TO documents_rt
  WITH CHECK (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
CREATE POLICY editor ON knowledge.collections FOR UPDATE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))
  WITH CHECK (
    acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND (deleted_at IS NULL OR acl_id = ANY ((SELECT identity.owned_acls())::bigint[])));
CREATE POLICY uploader ON knowledge.documents FOR INSERT TO documents_rt
  WITH CHECK (
    acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND EXISTS (
      SELECT FROM knowledge.collections c
      WHERE c.id = collection_id AND c.acl_id = documents.acl_id AND c.deleted_at IS NULL));
CREATE POLICY editor ON knowledge.documents FOR UPDATE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));
