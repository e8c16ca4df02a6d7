-- The store beyond its list: what is featured and used, favourites, ratings with reviews, tools that are found by their address, and requests to use them.

-- One row a live tool with all that a list shows, so that a page is read under one policy.
CREATE TABLE toolbox.listings (
  tool_id        uuid PRIMARY KEY REFERENCES toolbox.shelf ON DELETE CASCADE,
  number         integer NOT NULL,
  acl_id         bigint NOT NULL,
  released_at    timestamptz NOT NULL,
  name_ko        text,
  name_en        text,
  icon           text NOT NULL,
  description_ko text,
  description_en text,
  category       text,
  featured_at    timestamptz,
  people         integer NOT NULL DEFAULT 0 CHECK (people >= 0),
  ratings        integer NOT NULL DEFAULT 0 CHECK (ratings >= 0),
  stars          integer NOT NULL DEFAULT 0 CHECK (stars >= 0)
);
COMMENT ON COLUMN toolbox.listings.people IS 'who used it in the last 30 days, as of the last count';
COMMENT ON COLUMN toolbox.listings.stars IS 'of all ratings together';
CREATE INDEX listings_latest ON toolbox.listings (released_at DESC, tool_id DESC);
CREATE INDEX listings_of_category ON toolbox.listings (category, released_at DESC, tool_id DESC);
CREATE INDEX listings_featured ON toolbox.listings (featured_at DESC, tool_id DESC) WHERE featured_at IS NOT NULL;
CREATE INDEX listings_used ON toolbox.listings (people DESC, tool_id DESC) WHERE people > 0;

-- Who used a tool and when last: one row each, however often, so that people are counted without their runs.
CREATE TABLE toolbox.used (
  tool_id   uuid NOT NULL,
  person_id uuid NOT NULL,
  last_at   timestamptz NOT NULL,
  PRIMARY KEY (tool_id, person_id)
);
CREATE TABLE toolbox.counted (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  at  timestamptz NOT NULL
);
INSERT INTO toolbox.counted (at) VALUES ('-infinity');

CREATE TABLE toolbox.favourites (
  person_id uuid NOT NULL DEFAULT identity.current_user_id(),
  tool_id   uuid NOT NULL REFERENCES toolbox.shelf ON DELETE CASCADE,
  at        timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, tool_id)
);
CREATE INDEX favourites_latest ON toolbox.favourites (person_id, at DESC, tool_id DESC);
CREATE INDEX favourites_of_tool ON toolbox.favourites (tool_id);

CREATE TABLE toolbox.ratings (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  tool_id    uuid NOT NULL REFERENCES toolbox.tools,
  acl_id     bigint NOT NULL,
  person_id  uuid NOT NULL DEFAULT identity.current_user_id(),
  number     integer NOT NULL,
  stars      smallint NOT NULL CHECK (stars BETWEEN 1 AND 5),
  review     text CHECK (length(review) BETWEEN 1 AND 1000),
  at         timestamptz NOT NULL DEFAULT now(),
  hidden_at  timestamptz,
  hidden_by  uuid,
  hidden_why text CHECK (length(hidden_why) BETWEEN 1 AND 500),
  CHECK (num_nonnulls(hidden_at, hidden_by, hidden_why) IN (0, 3)),
  UNIQUE (tool_id, person_id)
);
COMMENT ON COLUMN toolbox.ratings.number IS 'the release that was live';
COMMENT ON COLUMN toolbox.ratings.hidden_at IS 'its words are not shown then; its stars count on';
CREATE INDEX ratings_with_words ON toolbox.ratings (tool_id, at DESC, id DESC) WHERE review IS NOT NULL;

-- Tools of which everybody may know by their address that they exist, who answers for them, and ask to use them.
CREATE TABLE toolbox.findable (
  tool_id uuid PRIMARY KEY REFERENCES toolbox.tools ON DELETE CASCADE,
  acl_id  bigint NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE toolbox.requests (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  tool_id    uuid NOT NULL REFERENCES toolbox.tools,
  acl_id     bigint NOT NULL,
  person_id  uuid NOT NULL DEFAULT identity.current_user_id(),
  reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  state      text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'GRANTED', 'DECLINED')),
  asked_at   timestamptz NOT NULL DEFAULT now(),
  decided_by uuid,
  decided_at timestamptz,
  answer     text CHECK (length(answer) BETWEEN 1 AND 500),
  CHECK ((state = 'PENDING') = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX requests_one_open ON toolbox.requests (tool_id, person_id) WHERE state = 'PENDING';
CREATE INDEX requests_waiting ON toolbox.requests (asked_at, id) WHERE state = 'PENDING';
CREATE INDEX requests_of_person ON toolbox.requests (person_id, tool_id, asked_at DESC);

-- Who decided what about a tool in the store, for good.
CREATE TABLE toolbox.store_changes (
  id       uuid PRIMARY KEY DEFAULT uuidv7(),
  at       timestamptz NOT NULL DEFAULT now(),
  actor_id uuid DEFAULT identity.current_user_id(),
  tool_id  uuid NOT NULL,
  acl_id   bigint NOT NULL,
  action   text NOT NULL CHECK (action IN ('featured', 'unfeatured', 'findable', 'unfindable', 'review.hidden', 'review.shown',
    'request.granted', 'request.declined')),
  subject  uuid,
  detail   text
);
COMMENT ON COLUMN toolbox.store_changes.actor_id IS 'null: the operator, by hand';
COMMENT ON COLUMN toolbox.store_changes.subject IS 'the review or request that it is about';
CREATE INDEX store_changes_of ON toolbox.store_changes (tool_id, id DESC);

CREATE INDEX runs_of_tool ON toolbox.runs (tool_id, started_at);

GRANT SELECT ON toolbox.listings, toolbox.used, toolbox.store_changes TO publishing_rt;
GRANT SELECT, INSERT (tool_id), DELETE ON toolbox.favourites TO publishing_rt;
GRANT SELECT, INSERT (tool_id, acl_id, number, stars, review), DELETE,
  UPDATE (number, stars, review, at, hidden_at, hidden_by, hidden_why) ON toolbox.ratings TO publishing_rt;
GRANT SELECT, INSERT (tool_id, acl_id), DELETE ON toolbox.findable TO publishing_rt;
GRANT SELECT, INSERT (tool_id, acl_id, reason), UPDATE (state, decided_by, decided_at, answer) ON toolbox.requests TO publishing_rt;

-- The functions below act as the owner of the tables, for whom the policies hold as well.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['listings', 'used', 'counted', 'favourites', 'ratings', 'findable', 'requests', 'store_changes'] LOOP
    EXECUTE format('ALTER TABLE toolbox.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE toolbox.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY definer ON toolbox.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['shelf', 'releases', 'runs'] LOOP
    EXECUTE format('CREATE POLICY definer ON toolbox.%I FOR SELECT TO CURRENT_USER USING (true)', name);
  END LOOP;
END $$;

CREATE POLICY visible ON toolbox.listings FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY own ON toolbox.used FOR SELECT TO publishing_rt USING (person_id = (SELECT identity.current_user_id()));
CREATE POLICY own ON toolbox.favourites TO publishing_rt USING (person_id = (SELECT identity.current_user_id()))
  WITH CHECK (person_id = (SELECT identity.current_user_id()) AND EXISTS (SELECT FROM toolbox.listings l WHERE l.tool_id = favourites.tool_id));

CREATE POLICY own ON toolbox.ratings FOR SELECT TO publishing_rt USING (person_id = (SELECT identity.current_user_id()));
CREATE POLICY told ON toolbox.ratings FOR SELECT TO publishing_rt
  USING (review IS NOT NULL AND hidden_at IS NULL AND acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY moderator ON toolbox.ratings FOR SELECT TO publishing_rt
  USING (review IS NOT NULL AND (acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    OR (SELECT identity.has_role('admin')) AND acl_id = ANY ((SELECT identity.visible_acls())::bigint[])));
-- only who used it says how it is
CREATE POLICY user_rates ON toolbox.ratings FOR INSERT TO publishing_rt
  WITH CHECK (person_id = (SELECT identity.current_user_id()) AND hidden_at IS NULL
    AND EXISTS (SELECT FROM toolbox.listings l WHERE l.tool_id = ratings.tool_id AND l.acl_id = ratings.acl_id)
    AND EXISTS (SELECT FROM toolbox.used u WHERE u.tool_id = ratings.tool_id AND u.person_id = ratings.person_id));
CREATE POLICY user_rates_again ON toolbox.ratings FOR UPDATE TO publishing_rt
  USING (person_id = (SELECT identity.current_user_id()))
  WITH CHECK (person_id = (SELECT identity.current_user_id())
    AND EXISTS (SELECT FROM toolbox.listings l WHERE l.tool_id = ratings.tool_id));
-- or what was hidden would come back as new
CREATE POLICY user_withdraws ON toolbox.ratings FOR DELETE TO publishing_rt
  USING (person_id = (SELECT identity.current_user_id()) AND hidden_at IS NULL);
CREATE POLICY moderator_hides ON toolbox.ratings FOR UPDATE TO publishing_rt
  USING (review IS NOT NULL AND (acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    OR (SELECT identity.has_role('admin')) AND acl_id = ANY ((SELECT identity.visible_acls())::bigint[])));

CREATE POLICY editor ON toolbox.findable FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.editable_acls())::bigint[]));
CREATE POLICY owner_opens ON toolbox.findable FOR INSERT TO publishing_rt
  WITH CHECK (acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    AND EXISTS (SELECT FROM toolbox.tools t WHERE t.id = findable.tool_id AND t.acl_id = findable.acl_id));
CREATE POLICY owner_closes ON toolbox.findable FOR DELETE TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));

CREATE POLICY editor ON toolbox.store_changes FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
    OR (SELECT identity.has_role('admin')) OR (SELECT identity.has_role('auditor')));

-- What everybody may know of a live tool whose owner lets it be found; one by its id, never a list.
CREATE FUNCTION toolbox.found(p_tool uuid)
RETURNS TABLE (tool_id uuid, acl_id bigint, name_ko text, name_en text, icon text, description_ko text, description_en text,
  subject_kind text, subject_id uuid, owner text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT l.tool_id, l.acl_id, l.name_ko, l.name_en, l.icon, l.description_ko, l.description_en, o.subject_kind, o.subject_id, o.name
    FROM toolbox.listings l JOIN toolbox.findable f ON f.tool_id = l.tool_id
    LEFT JOIN LATERAL (
      SELECT g.subject_kind, g.subject_id, coalesce(u.name, r.name, '') AS name
        FROM identity.grants g
        LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
        LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
       WHERE g.acl_id = l.acl_id AND g.role = 'owner' ORDER BY g.id LIMIT 1) o ON true
   WHERE l.tool_id = p_tool AND identity.current_user_id() IS NOT NULL;
END;

CREATE POLICY asker ON toolbox.requests FOR SELECT TO publishing_rt USING (person_id = (SELECT identity.current_user_id()));
CREATE POLICY owner ON toolbox.requests FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
CREATE POLICY asks ON toolbox.requests FOR INSERT TO publishing_rt
  WITH CHECK (person_id = (SELECT identity.current_user_id()) AND state = 'PENDING'
    AND EXISTS (SELECT FROM toolbox.found(requests.tool_id) f WHERE f.acl_id = requests.acl_id)
    AND NOT acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY owner_decides ON toolbox.requests FOR UPDATE TO publishing_rt
  USING (state = 'PENDING' AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[]))
  WITH CHECK (state <> 'PENDING' AND decided_by = (SELECT identity.current_user_id())
    AND acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));

-- What is on the shelf is what is listed. A category is listed as soon as releases have one.
CREATE FUNCTION toolbox.list_tool() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO toolbox.listings (tool_id, number, acl_id, released_at, name_ko, name_en, icon, description_ko, description_en, category,
    ratings, stars)
  SELECT NEW.tool_id, NEW.number, NEW.acl_id, NEW.released_at, r.name_ko, r.name_en, r.icon, r.description_ko, r.description_en,
    to_jsonb(r) ->> 'category', g.ratings, g.stars
    FROM toolbox.releases r, (SELECT count(*) AS ratings, coalesce(sum(stars), 0) AS stars FROM toolbox.ratings WHERE tool_id = NEW.tool_id) g
   WHERE r.tool_id = NEW.tool_id AND r.number = NEW.number
  ON CONFLICT (tool_id) DO UPDATE SET number = excluded.number, released_at = excluded.released_at, name_ko = excluded.name_ko,
    name_en = excluded.name_en, icon = excluded.icon, description_ko = excluded.description_ko, description_en = excluded.description_en,
    category = excluded.category;
  RETURN NULL;
END $$;
CREATE TRIGGER listed AFTER INSERT OR UPDATE OF number, released_at ON toolbox.shelf
  FOR EACH ROW EXECUTE FUNCTION toolbox.list_tool();

INSERT INTO toolbox.listings (tool_id, number, acl_id, released_at, name_ko, name_en, icon, description_ko, description_en, category)
  SELECT s.tool_id, s.number, s.acl_id, s.released_at, r.name_ko, r.name_en, r.icon, r.description_ko, r.description_en,
    to_jsonb(r) ->> 'category'
    FROM toolbox.shelf s JOIN toolbox.releases r ON r.tool_id = s.tool_id AND r.number = s.number;

CREATE FUNCTION toolbox.note_use() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO toolbox.used (tool_id, person_id, last_at) VALUES (NEW.tool_id, NEW.person_id, NEW.started_at)
  ON CONFLICT (tool_id, person_id) DO UPDATE SET last_at = excluded.last_at
    -- the day is what counts: a conversation does not write with every question
    WHERE used.last_at < excluded.last_at - interval '1 hour';
  RETURN NULL;
END $$;
CREATE TRIGGER noted AFTER INSERT ON toolbox.runs FOR EACH ROW EXECUTE FUNCTION toolbox.note_use();
INSERT INTO toolbox.used (tool_id, person_id, last_at)
  SELECT tool_id, person_id, max(started_at) FROM toolbox.runs GROUP BY tool_id, person_id;

-- Counts who used each tool in the last 30 days, at most every ten minutes; whether it did.
CREATE FUNCTION toolbox.recount() RETURNS boolean
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
  UPDATE toolbox.listings l SET people = c.people
    FROM (SELECT k.tool_id, count(u.person_id) AS people
            FROM toolbox.listings k LEFT JOIN toolbox.used u ON u.tool_id = k.tool_id AND u.last_at > now() - interval '30 days'
           GROUP BY k.tool_id) c
   WHERE c.tool_id = l.tool_id AND c.people <> l.people;
  RETURN true;
END $$;

CREATE FUNCTION toolbox.count_rating() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  more integer := CASE TG_OP WHEN 'INSERT' THEN 1 WHEN 'DELETE' THEN -1 ELSE 0 END;
  better integer := CASE TG_OP WHEN 'INSERT' THEN NEW.stars WHEN 'DELETE' THEN -OLD.stars ELSE NEW.stars - OLD.stars END;
BEGIN
  IF more <> 0 OR better <> 0 THEN
    UPDATE toolbox.listings SET ratings = ratings + more, stars = stars + better
     WHERE tool_id = CASE TG_OP WHEN 'DELETE' THEN OLD.tool_id ELSE NEW.tool_id END;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER counted AFTER INSERT OR UPDATE OR DELETE ON toolbox.ratings FOR EACH ROW EXECUTE FUNCTION toolbox.count_rating();

-- Who wrote it changes the words, who moderates hides them, and neither does the other's.
CREATE FUNCTION toolbox.keep_ratings() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  hides boolean := (NEW.hidden_at, NEW.hidden_by, NEW.hidden_why) IS DISTINCT FROM (OLD.hidden_at, OLD.hidden_by, OLD.hidden_why);
  rates boolean := (NEW.stars, NEW.review, NEW.number, NEW.at) IS DISTINCT FROM (OLD.stars, OLD.review, OLD.number, OLD.at);
BEGIN
  IF rates AND (hides OR OLD.person_id IS DISTINCT FROM identity.current_user_id()) THEN
    RAISE EXCEPTION 'only who wrote it changes it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF hides AND (NEW.hidden_by IS DISTINCT FROM CASE WHEN NEW.hidden_at IS NOT NULL THEN identity.current_user_id() END
      OR NOT (OLD.acl_id = ANY (identity.owned_acls()) OR identity.has_role('admin'))) THEN
    RAISE EXCEPTION 'only who moderates hides it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kept BEFORE UPDATE ON toolbox.ratings FOR EACH ROW EXECUTE FUNCTION toolbox.keep_ratings();

-- Marks a tool that an administrator may open, or takes the mark back; whether there is such a tool.
CREATE FUNCTION toolbox.feature(p_tool uuid, p_on boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE known boolean;
BEGIN
  IF NOT identity.has_role('admin') THEN
    RAISE EXCEPTION 'not an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT (featured_at IS NOT NULL) INTO known FROM toolbox.listings
   WHERE tool_id = p_tool AND acl_id = ANY (identity.visible_acls()) FOR UPDATE;
  IF known <> p_on THEN
    UPDATE toolbox.listings SET featured_at = CASE WHEN p_on THEN now() END WHERE tool_id = p_tool;
  END IF;
  RETURN known IS NOT NULL;
END $$;

-- The database notes it, also when the code forgets to.
CREATE FUNCTION toolbox.note_store_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  line jsonb := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
  INSERT INTO toolbox.store_changes (tool_id, acl_id, action, subject, detail) VALUES (
    (line ->> 'tool_id')::uuid, (line ->> 'acl_id')::bigint,
    CASE TG_TABLE_NAME
      WHEN 'listings' THEN CASE WHEN line ->> 'featured_at' IS NULL THEN 'unfeatured' ELSE 'featured' END
      WHEN 'findable' THEN CASE TG_OP WHEN 'DELETE' THEN 'unfindable' ELSE 'findable' END
      WHEN 'ratings' THEN CASE WHEN line ->> 'hidden_at' IS NULL THEN 'review.shown' ELSE 'review.hidden' END
      ELSE CASE line ->> 'state' WHEN 'GRANTED' THEN 'request.granted' ELSE 'request.declined' END
    END,
    (line ->> 'id')::uuid,
    CASE TG_TABLE_NAME WHEN 'ratings' THEN line ->> 'hidden_why' WHEN 'requests' THEN line ->> 'answer' END);
  RETURN NULL;
END $$;
CREATE TRIGGER noted AFTER UPDATE OF featured_at ON toolbox.listings
  FOR EACH ROW WHEN (NEW.featured_at IS DISTINCT FROM OLD.featured_at) EXECUTE FUNCTION toolbox.note_store_change();
CREATE TRIGGER noted AFTER INSERT OR DELETE ON toolbox.findable FOR EACH ROW EXECUTE FUNCTION toolbox.note_store_change();
CREATE TRIGGER noted AFTER UPDATE OF hidden_at ON toolbox.ratings
  FOR EACH ROW WHEN (NEW.hidden_at IS DISTINCT FROM OLD.hidden_at) EXECUTE FUNCTION toolbox.note_store_change();
CREATE TRIGGER noted AFTER UPDATE OF state ON toolbox.requests FOR EACH ROW EXECUTE FUNCTION toolbox.note_store_change();

-- What costs are in and when days begin.
CREATE FUNCTION toolbox.company() RETURNS TABLE (currency text, time_zone text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
AS $$ BEGIN RETURN QUERY SELECT c.currency, c.time_zone FROM metering.company c; END $$;

REVOKE EXECUTE ON FUNCTION toolbox.found(uuid), toolbox.recount(), toolbox.feature(uuid, boolean), toolbox.company() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.found(uuid), toolbox.recount(), toolbox.feature(uuid, boolean), toolbox.company() TO publishing_rt;
