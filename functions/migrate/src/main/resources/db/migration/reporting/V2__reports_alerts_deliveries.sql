-- Finished reports, once a period: a second event of the same day changes nothing.
CREATE TABLE reporting.reports (
  id        uuid PRIMARY KEY DEFAULT uuidv7(),
  period    text NOT NULL CHECK (period IN ('DAY', 'MONTH')),
  starts_on date NOT NULL,
  ends_on   date NOT NULL CHECK (ends_on >= starts_on),
  currency  text NOT NULL,
  figures   jsonb NOT NULL,
  made_at   timestamptz NOT NULL DEFAULT now(),
  UNIQUE (period, starts_on)
);

-- What budgets said, once a budget, subject and period; it outlives the budget.
CREATE TABLE reporting.alerts (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  budget_id    uuid NOT NULL,
  subject_id   uuid,
  starts_on    date NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('WARNED', 'EXHAUSTED')),
  scope        text NOT NULL,
  period       text NOT NULL,
  subject_name text,
  cap          bigint NOT NULL,
  warn_at      integer NOT NULL,
  currency     text NOT NULL,
  at           timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (budget_id, subject_id, starts_on, kind)
);

CREATE TABLE reporting.channels (
  id         uuid PRIMARY KEY,
  kind       text NOT NULL CHECK (kind IN ('WEBHOOK', 'EMAIL')),
  target     text NOT NULL CHECK (length(target) BETWEEN 3 AND 2000),
  secret     bytea CHECK ((secret IS NULL) = (kind = 'EMAIL')),
  tells      text[] NOT NULL CHECK (tells <@ ARRAY['DAY', 'MONTH', 'ALERT'] AND cardinality(tells) > 0),
  language   text NOT NULL CHECK (language IN ('ko', 'en')),
  enabled    boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN reporting.channels.secret IS 'sealed; signs what is sent to a webhook';

CREATE TABLE reporting.deliveries (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  channel_id uuid NOT NULL REFERENCES reporting.channels ON DELETE CASCADE,
  report_id  uuid REFERENCES reporting.reports ON DELETE CASCADE,
  alert_id   uuid REFERENCES reporting.alerts ON DELETE CASCADE,
  state      text NOT NULL DEFAULT 'WAITING' CHECK (state IN ('WAITING', 'SENT', 'FAILED')),
  attempts   integer NOT NULL DEFAULT 0,
  next_at    timestamptz NOT NULL DEFAULT now(),
  problem    text,
  sent_at    timestamptz,
  CHECK (num_nonnulls(report_id, alert_id) = 1),
  UNIQUE NULLS NOT DISTINCT (channel_id, report_id, alert_id)
);
CREATE INDEX deliveries_due ON reporting.deliveries (next_at) WHERE state = 'WAITING';

GRANT SELECT, INSERT ON reporting.reports, reporting.alerts TO reporting_rt;
GRANT SELECT, INSERT, UPDATE, DELETE ON reporting.channels TO reporting_rt;
GRANT SELECT, INSERT, UPDATE ON reporting.deliveries TO reporting_rt;

-- Administrators and auditors read; rounds and events act for no person and write; channels are administrators'.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reports', 'alerts', 'channels', 'deliveries'] LOOP
    EXECUTE format('ALTER TABLE reporting.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE reporting.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY read ON reporting.%I FOR SELECT TO reporting_rt USING ((SELECT metering.sees_all()))', name);
  END LOOP;
END $$;
CREATE POLICY make ON reporting.reports FOR INSERT TO reporting_rt WITH CHECK ((SELECT identity.current_user_id()) IS NULL);
CREATE POLICY make ON reporting.alerts FOR INSERT TO reporting_rt WITH CHECK ((SELECT identity.current_user_id()) IS NULL);
CREATE POLICY make ON reporting.deliveries FOR INSERT TO reporting_rt WITH CHECK ((SELECT identity.current_user_id()) IS NULL);
CREATE POLICY send ON reporting.deliveries FOR UPDATE TO reporting_rt
  USING ((SELECT metering.may_plan())) WITH CHECK ((SELECT metering.may_plan()));
CREATE POLICY set_up ON reporting.channels TO reporting_rt
  USING ((SELECT metering.may_plan())) WITH CHECK ((SELECT metering.may_plan()));
