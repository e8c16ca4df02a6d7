-- The publishing function takes part in requests and events like the others.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'publishing_rt') THEN
    CREATE ROLE publishing_rt NOLOGIN;
  END IF;
END $$;
GRANT USAGE ON SCHEMA runtime TO publishing_rt;
GRANT SELECT, INSERT, UPDATE, DELETE ON runtime.outbox, runtime.idempotency TO publishing_rt;
GRANT SELECT, INSERT ON runtime.inbox TO publishing_rt;
