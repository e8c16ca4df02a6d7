-- The reporting function takes part in requests and events like the others.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'reporting_rt') THEN
    CREATE ROLE reporting_rt NOLOGIN;
  END IF;
END $$;
GRANT USAGE ON SCHEMA runtime TO reporting_rt;
GRANT SELECT, INSERT, UPDATE, DELETE ON runtime.outbox, runtime.idempotency TO reporting_rt;
GRANT SELECT, INSERT ON runtime.inbox TO reporting_rt;
