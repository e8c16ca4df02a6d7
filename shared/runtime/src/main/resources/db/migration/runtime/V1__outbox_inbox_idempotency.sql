-- Rights are given to group roles; the accounts that functions sign in with are their members.
DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['auth_rt', 'documents_rt', 'ingestion_rt', 'embedding_rt', 'chat_rt'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = r) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', r);
    END IF;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA runtime TO auth_rt, documents_rt, ingestion_rt, embedding_rt, chat_rt;

-- Events that committed with their state; a row leaves when Pub/Sub has it. Never updated.
CREATE TABLE runtime.outbox (
  id          uuid PRIMARY KEY DEFAULT uuidv7(),
  topic       text NOT NULL,
  payload     jsonb NOT NULL,
  traceparent text,
  created_at  timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE, DELETE ON runtime.outbox TO auth_rt, documents_rt, ingestion_rt, embedding_rt, chat_rt;

CREATE TABLE runtime.inbox (
  subscription text NOT NULL,
  event_id     uuid NOT NULL,
  handled_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (subscription, event_id)
);
CREATE INDEX inbox_by_age ON runtime.inbox (handled_at);
GRANT SELECT, INSERT ON runtime.inbox TO documents_rt, ingestion_rt, embedding_rt, chat_rt;
GRANT DELETE ON runtime.inbox TO documents_rt;

-- First answers by Idempotency-Key, sealed; each person sees only their own.
CREATE TABLE runtime.idempotency (
  person_id    uuid NOT NULL,
  key          text NOT NULL CHECK (length(key) BETWEEN 8 AND 64),
  request_hash text NOT NULL,
  status       integer,
  body         bytea,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, key)
);
CREATE INDEX idempotency_by_age ON runtime.idempotency (created_at);
ALTER TABLE runtime.idempotency ENABLE ROW LEVEL SECURITY;
ALTER TABLE runtime.idempotency FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON runtime.idempotency
  USING (person_id = (SELECT nullif(current_setting('app.user_id', true), '')::uuid));
GRANT SELECT, INSERT, UPDATE, DELETE ON runtime.idempotency TO auth_rt, documents_rt, chat_rt;
