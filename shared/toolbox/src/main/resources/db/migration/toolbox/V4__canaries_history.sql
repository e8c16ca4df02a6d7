-- A release may begin with a share of the people, and goes back when they fare worse; what was changed, decided and released is kept.

ALTER TABLE toolbox.tools
  ADD COLUMN rollout   smallint NOT NULL DEFAULT 100 CHECK (rollout BETWEEN 1 AND 100),
  ADD COLUMN canary    integer,
  ADD COLUMN percent   smallint CHECK (percent BETWEEN 1 AND 99),
  ADD COLUMN canary_at timestamptz,
  ADD COLUMN attempts  smallint NOT NULL DEFAULT 0,
  ADD COLUMN fault     text CHECK (fault IN ('collections_gone', 'not_released')),
  ADD CHECK (num_nonnulls(canary, percent, canary_at) IN (0, 3));
COMMENT ON COLUMN toolbox.tools.rollout IS 'with how many of a hundred people the next release begins';
COMMENT ON COLUMN toolbox.tools.canary IS 'the release that percent of the people use; the others use live, or nothing before the first';
COMMENT ON COLUMN toolbox.tools.attempts IS 'how often its release was asked for again';
COMMENT ON COLUMN toolbox.tools.fault IS 'why an approved tool could not be released';
CREATE INDEX tools_canaries ON toolbox.tools (id) WHERE canary IS NOT NULL;

ALTER TABLE toolbox.releases ADD COLUMN terms bigint[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN toolbox.releases.terms IS 'by which words the store finds it';
ALTER TABLE toolbox.releases NO FORCE ROW LEVEL SECURITY;
ALTER TABLE toolbox.postings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE toolbox.shelf NO FORCE ROW LEVEL SECURITY;
UPDATE toolbox.releases r SET terms = p.terms
  FROM (SELECT tool_id, array_agg(term_id) AS terms FROM toolbox.postings GROUP BY tool_id) p, toolbox.shelf s
 WHERE s.tool_id = r.tool_id AND s.number = r.number AND p.tool_id = r.tool_id;
ALTER TABLE toolbox.releases FORCE ROW LEVEL SECURITY;
ALTER TABLE toolbox.postings FORCE ROW LEVEL SECURITY;
ALTER TABLE toolbox.shelf FORCE ROW LEVEL SECURITY;

ALTER TABLE toolbox.shelf
  ADD COLUMN canary  integer,
  ADD COLUMN percent smallint,
  ADD CHECK ((canary IS NULL) = (percent IS NULL)),
  ADD FOREIGN KEY (tool_id, canary) REFERENCES toolbox.releases;
COMMENT ON COLUMN toolbox.shelf.number IS 'what all but the people of the canary use; of a first release the canary itself, which only they see';

-- Where a person stands among a hundred, for good: a larger share holds everybody of a smaller one.
CREATE FUNCTION toolbox.bucket(p_tool uuid, p_person uuid) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
RETURN (('x' || left(md5(p_tool::text || p_person::text), 8))::bit(32)::bigint % 100)::integer;

-- Whether the caller is among the people of a canary. Who makes a tool is, to see what others get.
CREATE FUNCTION toolbox.drawn(p_tool uuid, p_acl bigint, p_percent integer) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
RETURN coalesce(toolbox.bucket(p_tool, identity.current_user_id()) < p_percent, false) OR p_acl = ANY (identity.editable_acls());

-- The release that the caller uses.
CREATE FUNCTION toolbox.served(s toolbox.shelf) RETURNS integer
LANGUAGE sql STABLE SET search_path = ''
RETURN CASE WHEN s.canary IS NOT NULL AND toolbox.drawn(s.tool_id, s.acl_id, s.percent) THEN s.canary ELSE s.number END;

REVOKE EXECUTE ON FUNCTION toolbox.bucket(uuid, uuid), toolbox.drawn(uuid, bigint, integer), toolbox.served(toolbox.shelf) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.bucket(uuid, uuid), toolbox.drawn(uuid, bigint, integer), toolbox.served(toolbox.shelf)
  TO publishing_rt, chat_rt;

ALTER POLICY visible ON toolbox.shelf
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[])
    AND (canary IS DISTINCT FROM number OR toolbox.drawn(tool_id, acl_id, percent)));
ALTER POLICY live ON toolbox.releases
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[])
    AND EXISTS (SELECT FROM toolbox.shelf s WHERE s.tool_id = releases.tool_id
      AND (s.number = releases.number OR s.canary = releases.number AND toolbox.drawn(s.tool_id, s.acl_id, s.percent))));

-- What happened to a tool: each sitting of changes with what was made then, each step, and why a release went back.
CREATE TABLE toolbox.history (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  tool_id    uuid NOT NULL REFERENCES toolbox.tools ON DELETE CASCADE,
  at         timestamptz NOT NULL DEFAULT now(),
  actor_id   uuid DEFAULT identity.current_user_id(),
  act        text NOT NULL CHECK (act IN ('CREATED', 'CHANGED', 'SUBMITTED', 'WITHDRAWN', 'APPROVED', 'RETURNED', 'NOT_RELEASED', 'RELEASED',
    'WIDENED', 'PROMOTED', 'ROLLED_BACK', 'RETIRED', 'HANDED_OVER')),
  revision   integer NOT NULL,
  number     integer,
  back_to    integer,
  percent    smallint,
  words      text,
  definition jsonb,
  reason     jsonb
);
COMMENT ON COLUMN toolbox.history.actor_id IS 'null: the platform by itself';
COMMENT ON COLUMN toolbox.history.definition IS 'the columns of what was made, at CREATED and CHANGED';
COMMENT ON COLUMN toolbox.history.words IS 'what who did it said';
CREATE INDEX history_of ON toolbox.history (tool_id, id DESC);
CREATE INDEX history_definitions ON toolbox.history (tool_id, revision) WHERE definition IS NOT NULL;
CREATE INDEX history_backs ON toolbox.history (tool_id, id DESC) WHERE act = 'ROLLED_BACK';
GRANT SELECT ON toolbox.history TO publishing_rt;
ALTER TABLE toolbox.history ENABLE ROW LEVEL SECURITY;
ALTER TABLE toolbox.history FORCE ROW LEVEL SECURITY;
-- who sees how a tool is made sees how it became so
CREATE POLICY seen ON toolbox.history FOR SELECT TO publishing_rt
  USING (EXISTS (SELECT FROM toolbox.tools t WHERE t.id = history.tool_id));

-- The functions below act as the owner of the tables, for whom the policies hold as well.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tools', 'releases', 'shelf', 'postings', 'history'] LOOP
    EXECUTE format('CREATE POLICY keeper ON toolbox.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
CREATE POLICY releases_tools ON knowledge.collections FOR SELECT TO publishing_rt USING ((SELECT toolbox.is_worker()));

CREATE FUNCTION toolbox.states() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = ''
RETURN ARRAY['version', 'revision', 'status', 'updated_at', 'submitted_by', 'submitted_at', 'note', 'decided_by', 'decided_at', 'approved',
  'comments', 'releases', 'live', 'live_at', 'emitted_at', 'rollout', 'canary', 'percent', 'canary_at', 'attempts', 'fault'];

-- As before, and: an approved tool that cannot be released is given back, and what people use changes by its owners' word or the worker's.
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
      ('SUBMITTED', 'RETURNED'), ('SUBMITTED', 'APPROVED'),
      ('APPROVED', 'APPROVED'), ('APPROVED', 'RELEASING'), ('RELEASING', 'RELEASING'), ('RELEASING', 'LIVE'),
      ('APPROVED', 'RETURNED'), ('RELEASING', 'RETURNED'),
      ('DRAFT', 'RETIRED'), ('SUBMITTED', 'RETIRED'), ('RETURNED', 'RETIRED'), ('LIVE', 'RETIRED'))
       AND NOT (OLD.status = NEW.status AND OLD.status <> 'RETIRED' AND used_anew)
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

-- The shelf and the words by which it is searched follow what people use, in the same transaction.
CREATE FUNCTION toolbox.keep_shelf() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  shown integer := coalesce(NEW.live, NEW.canary);
BEGIN
  IF shown IS NULL THEN
    DELETE FROM toolbox.shelf WHERE tool_id = NEW.id;
    RETURN NULL;
  END IF;
  INSERT INTO toolbox.shelf (tool_id, number, acl_id, released_at, canary, percent)
  VALUES (NEW.id, shown, NEW.acl_id, coalesce(NEW.live_at, NEW.canary_at), NEW.canary, NEW.percent)
  ON CONFLICT (tool_id) DO UPDATE SET number = excluded.number, released_at = excluded.released_at, canary = excluded.canary,
    percent = excluded.percent;
  IF shown IS DISTINCT FROM coalesce(OLD.live, OLD.canary) THEN
    DELETE FROM toolbox.postings WHERE tool_id = NEW.id;
    INSERT INTO toolbox.postings (term_id, tool_id, acl_id)
    SELECT DISTINCT unnest(terms), tool_id, acl_id FROM toolbox.releases WHERE tool_id = NEW.id AND number = shown;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER shelved AFTER UPDATE ON toolbox.tools FOR EACH ROW
  WHEN ((OLD.live, OLD.live_at, OLD.canary, OLD.percent) IS DISTINCT FROM (NEW.live, NEW.live_at, NEW.canary, NEW.percent))
  EXECUTE FUNCTION toolbox.keep_shelf();

-- One person's changes within ten minutes are one entry: who saves with every word does not bury who changed what.
CREATE FUNCTION toolbox.keep_history() RETURNS trigger
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
    INSERT INTO toolbox.history (tool_id, act, revision, number, percent, words, reason)
    SELECT NEW.id, act, NEW.revision,
      CASE WHEN act = 'RELEASED' THEN NEW.releases END,
      CASE WHEN act IN ('SUBMITTED', 'APPROVED') THEN NEW.rollout WHEN act = 'RELEASED' THEN coalesce(NEW.percent, 100) END,
      CASE act WHEN 'SUBMITTED' THEN NEW.note WHEN 'APPROVED' THEN NEW.comments WHEN 'RETURNED' THEN NEW.comments END,
      CASE WHEN act = 'NOT_RELEASED' THEN jsonb_build_object('cause', NEW.fault) END
      FROM (SELECT CASE
        WHEN NEW.status = 'SUBMITTED' THEN 'SUBMITTED'
        WHEN NEW.status = 'DRAFT' AND OLD.status = 'SUBMITTED' THEN 'WITHDRAWN'
        WHEN NEW.status = 'APPROVED' THEN 'APPROVED'
        WHEN NEW.status = 'RETURNED' AND NEW.fault IS NOT NULL THEN 'NOT_RELEASED'
        WHEN NEW.status = 'RETURNED' THEN 'RETURNED'
        WHEN NEW.status = 'LIVE' THEN 'RELEASED'
        WHEN NEW.status = 'RETIRED' THEN 'RETIRED' END) AS step (act)
     WHERE act IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER told AFTER INSERT OR UPDATE ON toolbox.tools FOR EACH ROW EXECUTE FUNCTION toolbox.keep_history();

ALTER TABLE toolbox.tools NO FORCE ROW LEVEL SECURITY;
INSERT INTO toolbox.history (tool_id, at, actor_id, act, revision, definition)
  SELECT id, created_at, created_by, 'CREATED', revision, to_jsonb(t) - toolbox.states() - ARRAY['id', 'acl_id', 'created_by', 'created_at']
    FROM toolbox.tools t;
ALTER TABLE toolbox.tools FORCE ROW LEVEL SECURITY;

-- More people for a canary, or all; whether it was this canary and the share is larger.
CREATE FUNCTION toolbox.widen(p_tool uuid, p_number integer, p_percent integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE changed toolbox.tools;
BEGIN
  UPDATE toolbox.tools SET
      percent = nullif(p_percent, 100),
      canary = CASE WHEN p_percent < 100 THEN canary END,
      canary_at = CASE WHEN p_percent < 100 THEN canary_at END,
      live = CASE WHEN p_percent < 100 THEN live ELSE canary END,
      live_at = CASE WHEN p_percent < 100 THEN live_at ELSE now() END
   WHERE id = p_tool AND canary = p_number AND percent < p_percent AND acl_id = ANY (identity.owned_acls())
  RETURNING * INTO changed;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO toolbox.history (tool_id, act, revision, number, percent)
  VALUES (p_tool, CASE WHEN p_percent < 100 THEN 'WIDENED' ELSE 'PROMOTED' END, changed.revision, p_number, p_percent);
  RETURN true;
END $$;

-- Gives everybody an earlier release, or takes the tool off the shelf when a first canary goes; whether p_from was still what is newest in use.
-- Without p_to a canary ends and the others' release stays.
CREATE FUNCTION toolbox.roll_back(p_tool uuid, p_from integer, p_to integer, p_reason jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  changed toolbox.tools;
BEGIN
  UPDATE toolbox.tools SET
      live = coalesce(p_to, live),
      live_at = CASE WHEN p_to IS NULL OR p_to = live THEN live_at ELSE now() END,
      canary = NULL, percent = NULL, canary_at = NULL,
      -- what is made is no longer what people use
      status = CASE status WHEN 'LIVE' THEN 'DRAFT' ELSE status END
   WHERE id = p_tool AND coalesce(canary, live) = p_from AND (canary IS NOT NULL OR p_to IS NOT NULL) AND coalesce(p_to, 0) < p_from
     AND (p_to IS NULL OR EXISTS (SELECT FROM toolbox.releases r WHERE r.tool_id = p_tool AND r.number = p_to))
     AND (toolbox.is_worker() OR acl_id = ANY (identity.owned_acls()))
  RETURNING * INTO changed;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO toolbox.history (tool_id, act, revision, number, back_to, reason)
  VALUES (p_tool, 'ROLLED_BACK', changed.revision, p_from, changed.live, p_reason);
  RETURN true;
END $$;

-- Whether anybody who may act owns what has this acl: a person, or a group that holds one.
CREATE FUNCTION toolbox.is_owned(p_acl bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  WITH RECURSIVE held (id) AS (
    SELECT subject_id FROM identity.grants WHERE acl_id = p_acl AND role = 'owner' AND subject_kind = 'group'
    UNION
    SELECT m.member_group FROM identity.group_members m JOIN held h ON m.group_id = h.id WHERE m.member_group IS NOT NULL
  )
  SELECT EXISTS (SELECT FROM identity.grants g JOIN identity.users u ON u.id = g.subject_id
                  WHERE g.acl_id = p_acl AND g.role = 'owner' AND g.subject_kind = 'person' AND u.suspended_at IS NULL)
      OR EXISTS (SELECT FROM held h JOIN identity.group_members m ON m.group_id = h.id JOIN identity.users u ON u.id = m.member_user
                  WHERE u.suspended_at IS NULL);
END;

-- Tools that nobody answers for, by their names alone, for administrators.
CREATE FUNCTION toolbox.orphans(p_after uuid, p_limit integer)
RETURNS TABLE (id uuid, name_ko text, name_en text, icon text, in_use boolean, owners text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT identity.has_role('admin') THEN
    RAISE EXCEPTION 'not an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT t.id, t.name_ko, t.name_en, t.icon, coalesce(t.live, t.canary) IS NOT NULL,
           (SELECT array_agg(coalesce(u.name, r.name, '') ORDER BY g.id) FROM identity.grants g
              LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
              LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
             WHERE g.acl_id = t.acl_id AND g.role = 'owner')
      FROM toolbox.tools t
     WHERE t.id > p_after AND t.status <> 'RETIRED' AND NOT toolbox.is_owned(t.acl_id)
       AND t.acl_id IN (SELECT g.acl_id FROM identity.grants g LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
                         WHERE g.role = 'owner' AND (g.subject_kind = 'group' OR u.suspended_at IS NOT NULL))
     ORDER BY t.id LIMIT p_limit;
END $$;

-- Gives an orphan to a person who may act; whether it was one. Who owned it no longer does, and keeps no right.
CREATE FUNCTION toolbox.hand_over(p_tool uuid, p_person uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE found_tool toolbox.tools;
BEGIN
  SELECT * INTO found_tool FROM toolbox.tools WHERE id = p_tool AND status <> 'RETIRED' FOR UPDATE;
  IF NOT FOUND OR NOT identity.has_role('admin') OR toolbox.is_owned(found_tool.acl_id) THEN
    RETURN false;
  END IF;
  DELETE FROM identity.grants WHERE acl_id = found_tool.acl_id AND role = 'owner';
  INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role) VALUES (found_tool.acl_id, 'person', p_person, 'owner')
  ON CONFLICT (acl_id, subject_kind, subject_id) DO UPDATE SET role = 'owner';
  INSERT INTO toolbox.history (tool_id, act, revision, words)
  SELECT p_tool, 'HANDED_OVER', found_tool.revision, name FROM identity.users WHERE id = p_person;
  RETURN true;
END $$;

REVOKE EXECUTE ON FUNCTION toolbox.widen(uuid, integer, integer), toolbox.roll_back(uuid, integer, integer, jsonb), toolbox.is_owned(bigint),
  toolbox.orphans(uuid, integer), toolbox.hand_over(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.widen(uuid, integer, integer), toolbox.roll_back(uuid, integer, integer, jsonb),
  toolbox.orphans(uuid, integer), toolbox.hand_over(uuid, uuid) TO publishing_rt;
GRANT UPDATE (rollout, canary, percent, canary_at, attempts, fault) ON toolbox.tools TO publishing_rt;
GRANT EXECUTE ON FUNCTION toolbox.states() TO publishing_rt;
