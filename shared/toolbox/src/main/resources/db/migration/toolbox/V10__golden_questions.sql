-- What a tool must know, how its revisions and releases answered it, and the gate before the reviewers.

ALTER TABLE toolbox.tools
  ADD COLUMN threshold numeric(4, 3) NOT NULL DEFAULT 0.8 CHECK (threshold BETWEEN 0.5 AND 1),
  DROP CONSTRAINT tools_status_check,
  ADD CONSTRAINT tools_status_check
    CHECK (status IN ('DRAFT', 'EVALUATING', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RELEASING', 'LIVE', 'RETIRED')),
  DROP CONSTRAINT tools_fault_check,
  ADD CONSTRAINT tools_fault_check CHECK (fault IN ('collections_gone', 'not_released', 'not_proven'));
COMMENT ON COLUMN toolbox.tools.threshold IS 'what the mean of its golden questions must reach';
COMMENT ON COLUMN toolbox.tools.fault IS 'why what was handed in did not reach the reviewers, or what was approved could not be released';
ALTER TABLE toolbox.history
  DROP CONSTRAINT history_act_check,
  ADD CONSTRAINT history_act_check CHECK (act IN ('CREATED', 'CHANGED', 'EVALUATING', 'NOT_PROVEN', 'SUBMITTED', 'WITHDRAWN', 'APPROVED',
    'RETURNED', 'NOT_RELEASED', 'RELEASED', 'WIDENED', 'PROMOTED', 'ROLLED_BACK', 'RETIRED', 'HANDED_OVER'));

CREATE TABLE toolbox.golden_questions (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  tool_id    uuid NOT NULL REFERENCES toolbox.tools ON DELETE CASCADE,
  acl_id     bigint NOT NULL,
  question   text NOT NULL CHECK (length(question) BETWEEN 1 AND 2000),
  facts      text[] NOT NULL CHECK (cardinality(facts) <= 20),
  documents  text[] NOT NULL CHECK (cardinality(documents) <= 20),
  passages   text[] NOT NULL CHECK (cardinality(passages) <= 20),
  rubric     text CHECK (length(rubric) BETWEEN 1 AND 2000),
  exact      text CHECK (length(exact) BETWEEN 1 AND 4000),
  json       text CHECK (json IS JSON OBJECT AND length(json) <= 4000),
  updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK (cardinality(facts) + cardinality(documents) + cardinality(passages) + num_nonnulls(rubric, exact, json) > 0)
);
COMMENT ON COLUMN toolbox.golden_questions.facts IS 'each with its alternatives between bars';
COMMENT ON COLUMN toolbox.golden_questions.documents IS 'names of documents that must be found and cited';
COMMENT ON COLUMN toolbox.golden_questions.passages IS 'words of passages that must be found and cited';
COMMENT ON COLUMN toolbox.golden_questions.json IS 'fields that the answer must have; text, for their order is the maker''s';
CREATE INDEX golden_of_tool ON toolbox.golden_questions (tool_id, id);

CREATE TABLE toolbox.evaluations (
  id             uuid PRIMARY KEY DEFAULT uuidv7(),
  tool_id        uuid NOT NULL REFERENCES toolbox.tools ON DELETE CASCADE,
  acl_id         bigint NOT NULL,
  revision       integer NOT NULL,
  number         integer,
  watch          boolean NOT NULL DEFAULT false,
  instructions   text NOT NULL,
  model          text,
  collection_ids uuid[] NOT NULL,
  inputs         text NOT NULL,
  output         text NOT NULL,
  sampling       text NOT NULL,
  threshold      numeric(4, 3) NOT NULL CHECK (threshold BETWEEN 0.5 AND 1),
  questions      integer NOT NULL CHECK (questions > 0),
  state          text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'PASSED', 'FAILED', 'ERROR', 'CANCELLED')),
  score          numeric(4, 3) CHECK (score BETWEEN 0 AND 1),
  asked_by       uuid NOT NULL,
  locale         text NOT NULL,
  started_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  ended_at       timestamptz,
  CHECK ((state = 'RUNNING') = (ended_at IS NULL)),
  CHECK (state <> 'PASSED' OR score >= threshold)
);
COMMENT ON COLUMN toolbox.evaluations.number IS 'the release that was asked; null: what was being made';
COMMENT ON COLUMN toolbox.evaluations.watch IS 'asked by the platform, of a canary, what it had passed before: failing it takes the canary back';
COMMENT ON COLUMN toolbox.evaluations.instructions IS 'of the revision, as is all that it is made of: what is changed meanwhile does not change it';
CREATE UNIQUE INDEX one_runs ON toolbox.evaluations (tool_id, coalesce(number, 0), watch) WHERE state = 'RUNNING';
CREATE INDEX evaluations_of_tool ON toolbox.evaluations (tool_id, number, started_at DESC);

CREATE TABLE toolbox.evaluation_results (
  id            uuid PRIMARY KEY DEFAULT uuidv7(),
  evaluation_id uuid NOT NULL REFERENCES toolbox.evaluations ON DELETE CASCADE,
  acl_id        bigint NOT NULL,
  place         integer NOT NULL,
  question_id   uuid NOT NULL,
  question      text NOT NULL,
  facts         text[] NOT NULL,
  documents     text[] NOT NULL,
  passages      text[] NOT NULL,
  rubric        text,
  exact         text,
  json          text,
  state         text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'ANSWERING', 'DONE', 'ERROR')),
  attempt       integer NOT NULL DEFAULT 1,
  emitted_at    timestamptz,
  answer        text,
  found         text[],
  missing       text[],
  retrieval     numeric(4, 3),
  citation      numeric(4, 3),
  fact          numeric(4, 3),
  exactly       numeric(4, 3),
  fields        numeric(4, 3),
  judged        numeric(4, 3),
  verdict       text,
  score         numeric(4, 3) CHECK (score BETWEEN 0 AND 1),
  model         text,
  cost          numeric(18, 9),
  error         text,
  UNIQUE (evaluation_id, place)
);
COMMENT ON COLUMN toolbox.evaluation_results.emitted_at IS 'when it was last asked for or taken; null while others of the evaluation come first';
COMMENT ON COLUMN toolbox.evaluation_results.answer IS 'as the asker''s rights allowed it, and shown to no other';
COMMENT ON COLUMN toolbox.evaluation_results.found IS 'names of the documents that were found, best first; shown to the asker alone';
COMMENT ON COLUMN toolbox.evaluation_results.verdict IS 'why the judge gave what it gave; shown to the asker alone';
CREATE INDEX results_waiting ON toolbox.evaluation_results (emitted_at) WHERE state IN ('PENDING', 'ANSWERING');

-- Evaluations begin in evaluate() only and get their scores from the worker: an editor cannot write one that passed.
GRANT SELECT, INSERT, DELETE, UPDATE (question, facts, documents, passages, rubric, exact, json, updated_at)
  ON toolbox.golden_questions TO publishing_rt;
GRANT SELECT, UPDATE (state, score, ended_at) ON toolbox.evaluations TO publishing_rt, chat_rt;
GRANT SELECT, UPDATE (state, attempt, emitted_at, error, score) ON toolbox.evaluation_results TO publishing_rt;
GRANT SELECT, UPDATE (state, emitted_at, answer, found, missing, retrieval, citation, fact, exactly, fields, judged, verdict, score, model, cost, error)
  ON toolbox.evaluation_results TO chat_rt;
GRANT EXECUTE ON FUNCTION toolbox.is_worker() TO chat_rt;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['golden_questions', 'evaluations', 'evaluation_results'] LOOP
    EXECUTE format('ALTER TABLE toolbox.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE toolbox.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY keeper ON toolbox.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY editor ON toolbox.%I FOR SELECT TO publishing_rt '
      'USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))', name);
    EXECUTE format('CREATE POLICY reviewer ON toolbox.%I FOR SELECT TO publishing_rt '
      'USING ((SELECT identity.has_role(''reviewer'')))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['evaluations', 'evaluation_results'] LOOP
    EXECUTE format('CREATE POLICY worker ON toolbox.%I TO publishing_rt, chat_rt '
      'USING ((SELECT toolbox.is_worker())) WITH CHECK ((SELECT toolbox.is_worker()))', name);
  END LOOP;
END $$;
-- what was handed in is judged by the questions that it was handed in with
CREATE POLICY editor_writes ON toolbox.golden_questions TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND EXISTS (SELECT FROM toolbox.tools t WHERE t.id = tool_id AND t.acl_id = golden_questions.acl_id
      AND t.status IN ('DRAFT', 'RETURNED', 'LIVE')));
CREATE POLICY editor_cancels ON toolbox.evaluations FOR UPDATE TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]) AND state = 'RUNNING')
  WITH CHECK (state = 'CANCELLED');

-- Whether a revision has answered what it must know, and every question as it stands now.
CREATE FUNCTION toolbox.proven(p_tool uuid, p_revision integer) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC
  SELECT g.questions = 0 OR coalesce((
    SELECT e.state = 'PASSED' AND e.revision = p_revision AND e.started_at >= g.changed AND e.questions = g.questions AND e.score >= t.threshold
      FROM toolbox.evaluations e JOIN toolbox.tools t ON t.id = e.tool_id
     WHERE e.tool_id = p_tool AND e.number IS NULL AND e.state <> 'CANCELLED' ORDER BY e.started_at DESC LIMIT 1), false)
    FROM (SELECT count(*) AS questions, max(updated_at) AS changed FROM toolbox.golden_questions WHERE tool_id = p_tool) g;
END;

-- Asks golden questions of what is being made, or of a release: of an editor's, those that there are now; of the platform's, those that the release
-- had passed. Gives the first four, and each answer asks for the next one: people ask the same models. None when just that is being asked, or nothing can be.
CREATE FUNCTION toolbox.evaluate(p_tool uuid, p_number integer, p_locale text) RETURNS SETOF uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  for_worker CONSTANT boolean := toolbox.is_worker();
  made   record;
  passed toolbox.evaluations;
  asked  uuid;
BEGIN
  SELECT id, acl_id, revision, instructions, model, collection_ids, inputs, output, sampling, threshold,
      identity.current_user_id() AS asker INTO made
    FROM toolbox.tools WHERE id = p_tool AND status <> 'RETIRED' AND (for_worker OR acl_id = ANY (identity.editable_acls())) FOR UPDATE;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF p_number IS NOT NULL THEN
    SELECT tool_id, acl_id, revision, instructions, model, collection_ids, inputs, output, sampling, made.threshold AS threshold,
        coalesce(made.asker, submitted_by) AS asker INTO made
      FROM toolbox.releases WHERE tool_id = p_tool AND number = p_number;
    IF NOT FOUND THEN
      RETURN;
    END IF;
  END IF;
  IF for_worker THEN
    SELECT * INTO passed FROM toolbox.evaluations
     WHERE tool_id = p_tool AND number IS NULL AND revision = made.revision AND state = 'PASSED' ORDER BY started_at DESC LIMIT 1;
    IF NOT FOUND THEN
      RETURN;
    END IF;
    made.threshold := passed.threshold;
  END IF;
  IF EXISTS (SELECT FROM toolbox.evaluations e
      WHERE e.tool_id = p_tool AND e.number IS NOT DISTINCT FROM p_number AND e.watch = for_worker AND e.state = 'RUNNING'
        AND e.revision = made.revision AND e.threshold = made.threshold
        AND (for_worker OR (e.questions, true) = (
          SELECT count(*), max(g.updated_at) <= e.started_at FROM toolbox.golden_questions g WHERE g.tool_id = p_tool))) THEN
    RETURN;
  END IF;
  UPDATE toolbox.evaluations SET state = 'CANCELLED', ended_at = clock_timestamp()
   WHERE tool_id = p_tool AND number IS NOT DISTINCT FROM p_number AND watch = for_worker AND state = 'RUNNING';
  -- answers were written from documents: only the last are kept, and what releases passed
  DELETE FROM toolbox.evaluations
   WHERE tool_id = p_tool AND number IS NOT DISTINCT FROM p_number AND watch = for_worker
     AND NOT (state = 'PASSED' AND number IS NULL AND revision IN (SELECT r.revision FROM toolbox.releases r WHERE r.tool_id = p_tool));
  INSERT INTO toolbox.evaluations (tool_id, acl_id, revision, number, watch, instructions, model, collection_ids, inputs, output, sampling,
      threshold, questions, asked_by, locale)
  SELECT p_tool, made.acl_id, made.revision, p_number, for_worker, made.instructions, made.model, made.collection_ids, made.inputs,
      made.output, made.sampling, made.threshold, n.questions, made.asker, p_locale
    FROM (SELECT CASE WHEN for_worker THEN passed.questions
      ELSE (SELECT count(*) FROM toolbox.golden_questions WHERE tool_id = p_tool) END AS questions) n
   WHERE n.questions > 0
  RETURNING id INTO asked;
  RETURN QUERY
    WITH asking AS (
    INSERT INTO toolbox.evaluation_results (evaluation_id, acl_id, place, emitted_at, question_id, question, facts, documents, passages, rubric,
      exact, json)
    SELECT asked, made.acl_id, q.row, CASE WHEN q.row <= 4 THEN clock_timestamp() END, q.id, q.question, q.facts, q.documents, q.passages,
        q.rubric, q.exact, q.json
      FROM (SELECT u.*, row_number() OVER (ORDER BY u.place, u.id) AS row FROM (
        SELECT 0 AS place, g.id, g.question, g.facts, g.documents, g.passages, g.rubric, g.exact, g.json
          FROM toolbox.golden_questions g WHERE g.tool_id = p_tool AND NOT for_worker AND asked IS NOT NULL
        UNION ALL
        SELECT r.place, r.question_id, r.question, r.facts, r.documents, r.passages, r.rubric, r.exact, r.json
          FROM toolbox.evaluation_results r WHERE r.evaluation_id = passed.id AND for_worker) u) q
    RETURNING id, emitted_at)
    SELECT a.id FROM asking a WHERE a.emitted_at IS NOT NULL;
END $$;

-- What was handed in goes on to the reviewers when it passed, else back. The tool's row is locked first, so that a submission at the same moment
-- either is seen here or sees the end.
CREATE FUNCTION toolbox.conclude() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM FROM toolbox.tools WHERE id = NEW.tool_id FOR UPDATE;
  UPDATE toolbox.tools t SET
      status = CASE WHEN p.proven THEN 'SUBMITTED' ELSE 'DRAFT' END,
      fault = CASE WHEN NOT p.proven THEN 'not_proven' END,
      submitted_at = now(), version = t.version + 1, updated_at = now()
    FROM (SELECT NEW.state = 'PASSED' AND toolbox.proven(NEW.tool_id, NEW.revision) AS proven) p
   WHERE t.id = NEW.tool_id AND t.status = 'EVALUATING' AND t.revision = NEW.revision;
  RETURN NULL;
END $$;
CREATE TRIGGER concluded AFTER UPDATE ON toolbox.evaluations FOR EACH ROW
  WHEN (NEW.number IS NULL AND OLD.state = 'RUNNING' AND NEW.state IN ('PASSED', 'FAILED', 'ERROR'))
  EXECUTE FUNCTION toolbox.conclude();

-- Sets what an evaluation must reach; whether the caller may and nothing is handed in.
CREATE FUNCTION toolbox.set_threshold(p_tool uuid, p_threshold numeric) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE toolbox.tools SET threshold = p_threshold
   WHERE id = p_tool AND status IN ('DRAFT', 'RETURNED', 'LIVE') AND acl_id = ANY (identity.editable_acls());
  RETURN FOUND;
END $$;

CREATE FUNCTION toolbox.prove_before_review() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  IF NOT toolbox.proven(NEW.id, NEW.revision) THEN
    RAISE EXCEPTION 'this revision has not passed its golden questions' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
-- after keep_order, which counts the revision
CREATE TRIGGER prove_before_review BEFORE UPDATE ON toolbox.tools FOR EACH ROW
  WHEN (NEW.status = 'SUBMITTED' AND OLD.status <> 'SUBMITTED') EXECUTE FUNCTION toolbox.prove_before_review();

REVOKE EXECUTE ON FUNCTION toolbox.proven(uuid, integer), toolbox.evaluate(uuid, integer, text),
  toolbox.set_threshold(uuid, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.proven(uuid, integer), toolbox.evaluate(uuid, integer, text),
  toolbox.set_threshold(uuid, numeric) TO publishing_rt;

ALTER POLICY editor_changes ON toolbox.tools
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND (status = 'DRAFT'
      OR status IN ('EVALUATING', 'SUBMITTED') AND submitted_by = (SELECT identity.current_user_id())
      OR status = 'RETIRED' AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[])));

CREATE OR REPLACE FUNCTION toolbox.states() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
RETURN ARRAY['version', 'revision', 'status', 'updated_at', 'submitted_by', 'submitted_at', 'note', 'decided_by', 'decided_at', 'approved',
  'comments', 'releases', 'live', 'live_at', 'emitted_at', 'rollout', 'canary', 'percent', 'canary_at', 'attempts', 'fault', 'threshold'];

-- As before, and: what was handed in is evaluated first when it must prove itself.
CREATE OR REPLACE FUNCTION toolbox.keep_order() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  used_anew CONSTANT boolean :=
    (NEW.live, NEW.live_at, NEW.canary, NEW.percent, NEW.canary_at)
    IS DISTINCT FROM (OLD.live, OLD.live_at, OLD.canary, OLD.percent, OLD.canary_at);
BEGIN
  IF (OLD.status, NEW.status) NOT IN (
      ('DRAFT', 'DRAFT'), ('SUBMITTED', 'DRAFT'), ('RETURNED', 'DRAFT'), ('LIVE', 'DRAFT'),
      ('DRAFT', 'SUBMITTED'), ('RETURNED', 'SUBMITTED'),
      ('DRAFT', 'EVALUATING'), ('RETURNED', 'EVALUATING'), ('EVALUATING', 'DRAFT'), ('EVALUATING', 'SUBMITTED'),
      ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'APPROVED'),
      ('APPROVED', 'APPROVED'), ('APPROVED', 'RELEASING'), ('RELEASING', 'RELEASING'), ('RELEASING', 'LIVE'),
      ('APPROVED', 'RETURNED'), ('RELEASING', 'RETURNED'),
      ('DRAFT', 'RETIRED'), ('SUBMITTED', 'RETIRED'), ('RETURNED', 'RETIRED'), ('LIVE', 'RETIRED'))
       AND NOT (OLD.status = NEW.status AND OLD.status <> 'RETIRED' AND (used_anew OR NEW.threshold <> OLD.threshold))
     OR NEW.status = 'RETIRED' AND OLD.releases = 0 THEN
    RAISE EXCEPTION 'a tool does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  IF to_jsonb(NEW) - toolbox.states() <> to_jsonb(OLD) - toolbox.states() THEN
    IF NEW.status <> 'DRAFT' THEN
      RAISE EXCEPTION 'only a draft changes' USING ERRCODE = 'check_violation';
    END IF;
    NEW.revision := OLD.revision + 1;
  END IF;
  IF NEW.status = 'RETIRED' THEN
    NEW.live := NULL;
    NEW.live_at := NULL;
    NEW.canary := NULL;
    NEW.percent := NULL;
    NEW.canary_at := NULL;
  END IF;
  IF NEW.releases <> OLD.releases AND NEW.status <> 'RELEASING' THEN
    RAISE EXCEPTION 'only a release is counted' USING ERRCODE = 'check_violation';
  END IF;
  IF used_anew AND NEW.status NOT IN ('RELEASING', 'LIVE', 'RETIRED')
     AND NOT (toolbox.is_worker() OR NEW.acl_id = ANY (identity.owned_acls())) THEN
    RAISE EXCEPTION 'only owners change what people use' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION toolbox.keep_history() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  made jsonb := to_jsonb(NEW) - toolbox.states() - ARRAY['id', 'acl_id', 'created_by', 'created_at'];
  last toolbox.history;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO toolbox.history (tool_id, act, revision, definition, actor_id)
    VALUES (NEW.id, 'CREATED', NEW.revision, made, NEW.created_by);
    RETURN NULL;
  END IF;
  IF NEW.revision <> OLD.revision THEN
    SELECT * INTO last FROM toolbox.history WHERE tool_id = NEW.id ORDER BY id DESC LIMIT 1;
    IF last.act = 'CHANGED' AND last.actor_id IS NOT DISTINCT FROM identity.current_user_id() AND last.at > now() - interval '10 minutes' THEN
      UPDATE toolbox.history SET revision = NEW.revision, definition = made WHERE id = last.id;
    ELSE
      INSERT INTO toolbox.history (tool_id, act, revision, definition) VALUES (NEW.id, 'CHANGED', NEW.revision, made);
    END IF;
  END IF;
  IF NEW.status <> OLD.status THEN
    INSERT INTO toolbox.history (tool_id, actor_id, act, revision, number, percent, words, reason)
    SELECT NEW.id, CASE WHEN act = 'SUBMITTED' THEN NEW.submitted_by ELSE identity.current_user_id() END, act, NEW.revision,
      CASE WHEN act = 'RELEASED' THEN NEW.releases END,
      CASE WHEN act IN ('SUBMITTED', 'APPROVED') THEN NEW.rollout WHEN act = 'RELEASED' THEN coalesce(NEW.percent, 100) END,
      CASE act WHEN 'SUBMITTED' THEN NEW.note WHEN 'APPROVED' THEN NEW.comments WHEN 'RETURNED' THEN NEW.comments END,
      CASE act WHEN 'NOT_RELEASED' THEN jsonb_build_object('cause', NEW.fault)
        WHEN 'NOT_PROVEN' THEN (SELECT jsonb_strip_nulls(jsonb_build_object('cause', NEW.fault, 'score', e.score, 'threshold', e.threshold))
          FROM toolbox.evaluations e WHERE e.tool_id = NEW.id AND e.number IS NULL ORDER BY e.started_at DESC LIMIT 1) END
      FROM (SELECT CASE
        WHEN NEW.status = 'SUBMITTED' THEN 'SUBMITTED'
        WHEN NEW.status = 'EVALUATING' THEN 'EVALUATING'
        WHEN NEW.status = 'DRAFT' AND OLD.status = 'EVALUATING' AND NEW.fault IS NOT NULL THEN 'NOT_PROVEN'
        WHEN NEW.status = 'DRAFT' AND OLD.status IN ('EVALUATING', 'SUBMITTED') THEN 'WITHDRAWN'
        WHEN NEW.status = 'APPROVED' THEN 'APPROVED'
        WHEN NEW.status = 'RETURNED' AND NEW.fault IS NOT NULL THEN 'NOT_RELEASED'
        WHEN NEW.status = 'RETURNED' THEN 'RETURNED'
        WHEN NEW.status = 'LIVE' THEN 'RELEASED'
        WHEN NEW.status = 'RETIRED' THEN 'RETIRED' END) AS step (act)
     WHERE act IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
