-- A page of the store is cut by what stands on its rows: who may see a tool, and who owns it longest. A change of a tool's grants
-- writes one row, in its own transaction, and what was taken away is gone from the store with it.

ALTER TABLE toolbox.listings ADD COLUMN seers uuid[] NOT NULL DEFAULT '{}', ADD COLUMN owner_kind text, ADD COLUMN owner_id uuid;
COMMENT ON COLUMN toolbox.listings.seers IS 'to whom it is granted, as identity.principals() names them';
COMMENT ON COLUMN toolbox.listings.owner_id IS 'of owners the one of the oldest grant; a person or a group';
CREATE INDEX listings_of_acl ON toolbox.listings (acl_id);

-- What is searched is whole tools: which words a tool has, in one row, instead of which tools a word has, in thousands.
CREATE TABLE toolbox.words (
  tool_id uuid PRIMARY KEY REFERENCES toolbox.shelf ON DELETE CASCADE,
  terms   bigint[] NOT NULL,
  seers   uuid[] NOT NULL
);
COMMENT ON COLUMN toolbox.words.seers IS 'as its listing has them, so that what one may not see is not looked up there';
-- without a list of pending changes, which each search would read
CREATE INDEX words_terms ON toolbox.words USING gin (terms) WITH (fastupdate = off);
ALTER TABLE toolbox.words ENABLE ROW LEVEL SECURITY;
ALTER TABLE toolbox.words FORCE ROW LEVEL SECURITY;
CREATE POLICY definer ON toolbox.words TO CURRENT_USER USING (true) WITH CHECK (true);

-- Holds the acl until the transaction ends, also before it looks for a listing: of two that change its grants at once, or of one beside a
-- release, the second reads what the first did.
CREATE FUNCTION toolbox.list_rights(p_acl bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM FROM identity.acls WHERE id = p_acl FOR NO KEY UPDATE;
  IF NOT EXISTS (SELECT FROM toolbox.listings WHERE acl_id = p_acl) THEN
    RETURN;
  END IF;
  UPDATE toolbox.listings l SET owner_kind = o.subject_kind, owner_id = o.subject_id,
    seers = ARRAY(SELECT coalesce(g.subject_id, '00000000-0000-0000-0000-000000000000') FROM identity.grants g
                   WHERE g.acl_id = p_acl AND g.role = ANY (ARRAY['reader', 'editor', 'owner']))
    FROM (SELECT p_acl AS acl_id) a
    LEFT JOIN LATERAL (SELECT g.subject_kind, g.subject_id FROM identity.grants g
                        WHERE g.acl_id = a.acl_id AND g.role = 'owner' ORDER BY g.id LIMIT 1) o ON true
   WHERE l.acl_id = a.acl_id;
  UPDATE toolbox.words w SET seers = l.seers FROM toolbox.listings l WHERE l.acl_id = p_acl AND w.tool_id = l.tool_id;
END $$;

-- Once an acl of a statement, in order, so that two that take many grants away never wait for each other in a circle.
CREATE FUNCTION toolbox.follow_grants() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM toolbox.list_rights(c.acl_id) FROM (SELECT DISTINCT acl_id FROM changed ORDER BY acl_id) c;
  RETURN NULL;
END $$;
CREATE TRIGGER listed_granted AFTER INSERT ON identity.grants REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION toolbox.follow_grants();
CREATE TRIGGER listed_changed AFTER UPDATE ON identity.grants REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION toolbox.follow_grants();
CREATE TRIGGER listed_taken AFTER DELETE ON identity.grants REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION toolbox.follow_grants();

CREATE FUNCTION toolbox.follow_listing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM toolbox.list_rights(NEW.acl_id);
  RETURN NULL;
END $$;
CREATE TRIGGER seen AFTER INSERT ON toolbox.listings FOR EACH ROW EXECUTE FUNCTION toolbox.follow_listing();

SELECT toolbox.list_rights(acl_id) FROM toolbox.listings;

ALTER POLICY visible ON toolbox.listings
  USING (seers && (SELECT identity.principals()) AND (percent IS NULL OR toolbox.drawn(tool_id, acl_id, percent)));

INSERT INTO toolbox.words (tool_id, terms, seers)
  SELECT l.tool_id, r.terms, l.seers FROM toolbox.listings l JOIN toolbox.releases r ON r.tool_id = l.tool_id AND r.number = l.number;
COMMENT ON TABLE toolbox.postings IS 'read by nobody but a revision from before toolbox.words; goes when none can serve any more';

CREATE OR REPLACE FUNCTION toolbox.keep_shelf() RETURNS trigger
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
    INSERT INTO toolbox.words (tool_id, terms, seers)
    SELECT l.tool_id, r.terms, l.seers FROM toolbox.releases r JOIN toolbox.listings l ON l.tool_id = r.tool_id
     WHERE r.tool_id = NEW.id AND r.number = shown
    ON CONFLICT (tool_id) DO UPDATE SET terms = excluded.terms;
  END IF;
  RETURN NULL;
END $$;

-- The tools with all of these words, of those that the caller may see: an index of words is read before a policy, which only what
-- acts for the owner of the tables may do.
CREATE FUNCTION toolbox.holding(p_terms bigint[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' ROWS 100
BEGIN ATOMIC
  SELECT tool_id FROM toolbox.words WHERE terms @> p_terms AND seers && (SELECT identity.principals());
END;
REVOKE EXECUTE ON FUNCTION toolbox.holding(bigint[]), toolbox.list_rights(bigint), toolbox.follow_grants(), toolbox.follow_listing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.holding(bigint[]) TO publishing_rt;

-- Counts those that nobody holds, or it and who takes a group's grants away could wait for each other; the next count has the others.
CREATE OR REPLACE FUNCTION toolbox.recount() RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT toolbox.is_worker() THEN
    RAISE EXCEPTION 'only for the worker' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE toolbox.counted SET at = now() WHERE at < now() - interval '10 minutes';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  WITH c AS MATERIALIZED (
    SELECT k.tool_id, count(u.person_id) AS people
      FROM toolbox.listings k LEFT JOIN toolbox.used u ON u.tool_id = k.tool_id AND u.last_at > now() - interval '30 days'
     GROUP BY k.tool_id),
  due AS MATERIALIZED (
    SELECT l.tool_id, c.people FROM toolbox.listings l JOIN c ON c.tool_id = l.tool_id
     WHERE c.people <> l.people FOR UPDATE OF l SKIP LOCKED)
  UPDATE toolbox.listings l SET people = due.people FROM due WHERE due.tool_id = l.tool_id;
  RETURN true;
END $$;

-- A release is read through its shelf, whose policy asks for the rights.
ALTER POLICY live ON toolbox.releases
  USING (EXISTS (SELECT FROM toolbox.shelf s WHERE s.tool_id = releases.tool_id
      AND (s.number = releases.number OR s.canary = releases.number AND toolbox.drawn(s.tool_id, s.acl_id, s.percent))));
