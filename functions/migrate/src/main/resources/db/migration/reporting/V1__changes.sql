-- What the reporting function keeps of its own: who changed what, finished reports, alerts, and how they are delivered.
GRANT USAGE ON SCHEMA reporting TO reporting_rt;

-- Who is the database's own knowledge of the caller, not the function's word.
CREATE TABLE reporting.changes (
  id       uuid PRIMARY KEY DEFAULT uuidv7(),
  at       timestamptz NOT NULL DEFAULT now(),
  actor_id uuid NOT NULL DEFAULT identity.current_user_id() CHECK (actor_id IS NOT NULL),
  action   text NOT NULL CHECK (action IN ('budget.put', 'budget.deleted', 'rate.put', 'lease.released', 'channel.put', 'channel.deleted')),
  subject  text NOT NULL CHECK (length(subject) <= 200),
  detail   jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX changes_of ON reporting.changes (subject, id DESC);
GRANT SELECT, INSERT ON reporting.changes TO reporting_rt;
ALTER TABLE reporting.changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE reporting.changes FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON reporting.changes FOR SELECT TO reporting_rt
  USING ((SELECT identity.has_role('admin')) OR (SELECT identity.has_role('auditor')));
CREATE POLICY note ON reporting.changes FOR INSERT TO reporting_rt
  WITH CHECK (actor_id = (SELECT identity.current_user_id()) AND (SELECT identity.has_role('admin')));
