-- Tools as they are made, what was released of them, and what is live. The same acl says who may use, edit and own each.

GRANT USAGE ON SCHEMA toolbox TO publishing_rt, chat_rt;

-- Events act for nobody.
CREATE FUNCTION toolbox.is_worker() RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
RETURN identity.current_user_id() IS NULL
  AND coalesce(current_setting('app.worker', true), '') = 'publishing';
REVOKE EXECUTE ON FUNCTION toolbox.is_worker() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.is_worker() TO publishing_rt;

CREATE TABLE toolbox.tools (
  id             uuid PRIMARY KEY,
  acl_id         bigint NOT NULL UNIQUE,
  version        bigint NOT NULL,
  status         text NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'RELEASING', 'LIVE', 'RETIRED')),
  name_ko        text CHECK (length(name_ko) BETWEEN 1 AND 60),
  name_en        text CHECK (length(name_en) BETWEEN 1 AND 60),
  icon           text NOT NULL CHECK (length(icon) BETWEEN 1 AND 20),
  description_ko text CHECK (length(description_ko) BETWEEN 1 AND 500),
  description_en text CHECK (length(description_en) BETWEEN 1 AND 500),
  instructions   text NOT NULL CHECK (length(instructions) <= 20000),
  model          text CHECK (length(model) BETWEEN 1 AND 64),
  collection_ids uuid[] NOT NULL CHECK (cardinality(collection_ids) <= 20),
  starters_ko    text[] NOT NULL CHECK (cardinality(starters_ko) <= 6),
  starters_en    text[] NOT NULL CHECK (cardinality(starters_en) = cardinality(starters_ko)),
  created_by     uuid NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  submitted_by   uuid,
  submitted_at   timestamptz,
  note           text CHECK (length(note) <= 1000),
  decided_by     uuid,
  decided_at     timestamptz,
  approved       boolean,
  comments       text CHECK (length(comments) <= 2000),
  releases       integer NOT NULL DEFAULT 0,
  live           integer,
  live_at        timestamptz,
  emitted_at     timestamptz,
  CHECK (num_nonnulls(name_ko, name_en) > 0),
  CHECK ((live IS NULL) = (live_at IS NULL))
);
COMMENT ON COLUMN toolbox.tools.releases IS 'how many were made; the number of the last';
COMMENT ON COLUMN toolbox.tools.live IS 'the number of the release that people use';
COMMENT ON COLUMN toolbox.tools.emitted_at IS 'when its release was last asked for';
CREATE INDEX tools_latest ON toolbox.tools (updated_at DESC, id DESC);
CREATE INDEX tools_waiting ON toolbox.tools (submitted_at, id) WHERE status = 'SUBMITTED';
CREATE INDEX tools_releasing ON toolbox.tools (emitted_at) WHERE status IN ('APPROVED', 'RELEASING');

-- What was approved is what is released; each step follows from one other only.
CREATE FUNCTION toolbox.keep_order() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
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
  IF NEW.status <> 'DRAFT' AND
     (NEW.name_ko, NEW.name_en, NEW.icon, NEW.description_ko, NEW.description_en, NEW.instructions, NEW.model,
      NEW.collection_ids, NEW.starters_ko, NEW.starters_en)
     IS DISTINCT FROM
     (OLD.name_ko, OLD.name_en, OLD.icon, OLD.description_ko, OLD.description_en, OLD.instructions, OLD.model,
      OLD.collection_ids, OLD.starters_ko, OLD.starters_en) THEN
    RAISE EXCEPTION 'only a draft changes' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status NOT IN ('RELEASING', 'LIVE', 'RETIRED')
     AND (NEW.releases, NEW.live, NEW.live_at) IS DISTINCT FROM (OLD.releases, OLD.live, OLD.live_at) THEN
    RAISE EXCEPTION 'only a release changes what is live' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_order BEFORE UPDATE ON toolbox.tools FOR EACH ROW EXECUTE FUNCTION toolbox.keep_order();

-- What a tool was at a release. Nobody may change it.
CREATE TABLE toolbox.releases (
  tool_id        uuid NOT NULL REFERENCES toolbox.tools,
  number         integer NOT NULL CHECK (number > 0),
  acl_id         bigint NOT NULL,
  name_ko        text,
  name_en        text,
  icon           text NOT NULL,
  description_ko text,
  description_en text,
  instructions   text NOT NULL,
  model          text,
  collection_ids uuid[] NOT NULL,
  starters_ko    text[] NOT NULL,
  starters_en    text[] NOT NULL,
  submitted_by   uuid NOT NULL,
  approved_by    uuid NOT NULL,
  released_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tool_id, number)
);

-- What is live: one row a tool, which is all that the store and chat look for.
CREATE TABLE toolbox.shelf (
  tool_id     uuid PRIMARY KEY,
  number      integer NOT NULL,
  acl_id      bigint NOT NULL,
  released_at timestamptz NOT NULL,
  FOREIGN KEY (tool_id, number) REFERENCES toolbox.releases
);
CREATE INDEX shelf_latest ON toolbox.shelf (released_at DESC, tool_id DESC);

-- Words of live tools: integer equality is leakproof, so the key is searched before the policy is asked.
CREATE TABLE toolbox.postings (
  term_id bigint NOT NULL,
  tool_id uuid NOT NULL REFERENCES toolbox.shelf ON DELETE CASCADE,
  acl_id  bigint NOT NULL,
  PRIMARY KEY (term_id, tool_id)
);
CREATE INDEX postings_of_tool ON toolbox.postings (tool_id);

GRANT SELECT, INSERT, DELETE ON toolbox.tools TO publishing_rt;
GRANT UPDATE (version, status, name_ko, name_en, icon, description_ko, description_en, instructions, model, collection_ids, starters_ko,
  starters_en, updated_at, submitted_by, submitted_at, note, decided_by, decided_at, approved, comments, releases, live, live_at, emitted_at)
  ON toolbox.tools TO publishing_rt;
GRANT SELECT, INSERT ON toolbox.releases TO publishing_rt;
GRANT SELECT, INSERT, DELETE ON toolbox.shelf, toolbox.postings TO publishing_rt;
GRANT UPDATE (number, released_at) ON toolbox.shelf TO publishing_rt;
GRANT SELECT ON toolbox.shelf, toolbox.releases TO chat_rt;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tools', 'releases', 'shelf', 'postings'] LOOP
    EXECUTE format('ALTER TABLE toolbox.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE toolbox.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY worker ON toolbox.%I TO publishing_rt '
      'USING ((SELECT toolbox.is_worker())) WITH CHECK ((SELECT toolbox.is_worker()))', name);
  END LOOP;
END $$;

CREATE POLICY editor ON toolbox.tools FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));
CREATE POLICY reviewer ON toolbox.tools FOR SELECT TO publishing_rt
  USING (status <> 'DRAFT' AND (SELECT identity.has_role('reviewer')));
CREATE POLICY maker ON toolbox.tools FOR INSERT TO publishing_rt
  WITH CHECK (status = 'DRAFT' AND releases = 0 AND live IS NULL
    AND created_by = (SELECT identity.current_user_id())
    AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    AND ((SELECT identity.has_role('builder')) OR (SELECT identity.has_role('admin'))));
CREATE POLICY editor_changes ON toolbox.tools FOR UPDATE TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]))
  WITH CHECK (acl_id = ANY ((SELECT identity.editable_acls())::bigint[])
    AND (status = 'DRAFT'
      OR status = 'SUBMITTED' AND submitted_by = (SELECT identity.current_user_id())
      OR status = 'RETIRED' AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[])));
-- nobody decides on what they handed in
CREATE POLICY reviewer_decides ON toolbox.tools FOR UPDATE TO publishing_rt
  USING (status = 'SUBMITTED' AND (SELECT identity.has_role('reviewer')))
  WITH CHECK (status IN ('APPROVED', 'RETURNED') AND (SELECT identity.has_role('reviewer'))
    AND decided_by = (SELECT identity.current_user_id()) AND submitted_by <> decided_by);
CREATE POLICY owner_deletes ON toolbox.tools FOR DELETE TO publishing_rt
  USING (releases = 0 AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));

CREATE POLICY editor ON toolbox.releases FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));
CREATE POLICY reviewer ON toolbox.releases FOR SELECT TO publishing_rt
  USING ((SELECT identity.has_role('reviewer')));
CREATE POLICY live ON toolbox.releases FOR SELECT TO publishing_rt, chat_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[])
    AND EXISTS (SELECT FROM toolbox.shelf s WHERE s.tool_id = releases.tool_id AND s.number = releases.number));

CREATE POLICY visible ON toolbox.shelf FOR SELECT TO publishing_rt, chat_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY owner_takes_off ON toolbox.shelf FOR DELETE TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
CREATE POLICY visible ON toolbox.postings FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
