-- Which of a tool's revisions was proved and released, and each answer that a release gave.

ALTER TABLE toolbox.tools ADD COLUMN revision integer NOT NULL DEFAULT 1;
ALTER TABLE toolbox.releases ADD COLUMN revision integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN toolbox.tools.revision IS 'counts the changes of what is made; its steps change version alone';

-- As before; what is no state is what is made, so that a new column needs no new trigger. What is made differently is another revision.
CREATE OR REPLACE FUNCTION toolbox.keep_order() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  state CONSTANT text[] := ARRAY['version', 'revision', 'status', 'updated_at', 'submitted_by', 'submitted_at', 'note', 'decided_by',
    'decided_at', 'approved', 'comments', 'releases', 'live', 'live_at', 'emitted_at'];
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
      ('DRAFT', 'DRAFT'), ('SUBMITTED', 'DRAFT'), ('RETURNED', 'DRAFT'), ('LIVE', 'DRAFT'),
      ('DRAFT', 'SUBMITTED'), ('RETURNED', 'SUBMITTED'),
      ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'APPROVED'),
      ('APPROVED', 'APPROVED'), ('APPROVED', 'RELEASING'), ('RELEASING', 'RELEASING'), ('RELEASING', 'LIVE'),
      ('DRAFT', 'RETIRED'), ('SUBMITTED', 'RETIRED'), ('RETURNED', 'RETIRED'), ('LIVE', 'RETIRED'))
     OR NEW.status = 'RETIRED' AND OLD.releases = 0 THEN
    RAISE EXCEPTION 'a tool does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - state <> to_jsonb(OLD) - state THEN
    IF NEW.status <> 'DRAFT' THEN
      RAISE EXCEPTION 'only a draft changes' USING ERRCODE = 'check_violation';
    END IF;
    NEW.revision := OLD.revision + 1;
  END IF;
  IF NEW.status NOT IN ('RELEASING', 'LIVE', 'RETIRED')
     AND (NEW.releases, NEW.live, NEW.live_at) IS DISTINCT FROM (OLD.releases, OLD.live, OLD.live_at) THEN
    RAISE EXCEPTION 'only a release changes what is live' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- One answer of a release; what was said stays with who asked.
CREATE TABLE toolbox.runs (
  answer_id  uuid PRIMARY KEY,
  tool_id    uuid NOT NULL,
  number     integer NOT NULL,
  acl_id     bigint NOT NULL,
  person_id  uuid NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  ended_at   timestamptz,
  outcome    text CHECK (outcome IN ('COMPLETE', 'STOPPED', 'INTERRUPTED', 'FAILED')),
  passages   smallint CHECK (passages >= 0),
  cited      smallint CHECK (cited >= 0),
  cost       numeric(18, 9) CHECK (cost >= 0),
  rating     smallint CHECK (rating IN (-1, 1)),
  FOREIGN KEY (tool_id, number) REFERENCES toolbox.releases
);
COMMENT ON COLUMN toolbox.runs.outcome IS 'null while it runs, or when who ran it died';
COMMENT ON COLUMN toolbox.runs.passages IS 'how many were found; null when the tool reads nothing';
COMMENT ON COLUMN toolbox.runs.cost IS 'in the company''s currency';
CREATE INDEX runs_of_release ON toolbox.runs (tool_id, number, started_at);
CREATE INDEX runs_of_person ON toolbox.runs (person_id);

GRANT SELECT ON toolbox.tools TO chat_rt;
GRANT SELECT, INSERT, UPDATE (ended_at, outcome, passages, cited, cost, rating) ON toolbox.runs TO chat_rt;
GRANT SELECT ON toolbox.runs TO publishing_rt;

ALTER TABLE toolbox.runs ENABLE ROW LEVEL SECURITY;
ALTER TABLE toolbox.runs FORCE ROW LEVEL SECURITY;

-- who may edit a tool may try it as it is being made
CREATE POLICY editor_tries ON toolbox.tools FOR SELECT TO chat_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));

CREATE POLICY asker ON toolbox.runs FOR SELECT TO chat_rt USING (person_id = (SELECT identity.current_user_id()));
CREATE POLICY asker_starts ON toolbox.runs FOR INSERT TO chat_rt
  WITH CHECK (person_id = (SELECT identity.current_user_id()) AND acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY asker_ends ON toolbox.runs FOR UPDATE TO chat_rt USING (person_id = (SELECT identity.current_user_id()));
CREATE POLICY editor ON toolbox.runs FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));
CREATE POLICY worker ON toolbox.runs FOR SELECT TO publishing_rt USING ((SELECT toolbox.is_worker()));
