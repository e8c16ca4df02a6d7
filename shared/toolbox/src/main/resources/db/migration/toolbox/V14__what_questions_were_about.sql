-- What is asked of a tool, in words that its makers wrote themselves: a run holds the number of such a line, and a number holds no name.

CREATE TABLE toolbox.topics (
  id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tool_id uuid NOT NULL REFERENCES toolbox.tools ON DELETE CASCADE,
  ko      text,
  en      text,
  CHECK (num_nonnulls(ko, en) > 0)
);
COMMENT ON TABLE toolbox.topics IS 'starters and golden questions; the same line of many releases is one';
CREATE UNIQUE INDEX topics_once ON toolbox.topics (tool_id, md5(coalesce(ko, '') || E'\x1f' || coalesce(en, '')));

CREATE TABLE toolbox.release_topics (
  tool_id  uuid NOT NULL,
  number   integer NOT NULL,
  topic_id integer NOT NULL REFERENCES toolbox.topics ON DELETE CASCADE,
  PRIMARY KEY (tool_id, number, topic_id),
  FOREIGN KEY (tool_id, number) REFERENCES toolbox.releases ON DELETE CASCADE
);
CREATE INDEX release_topics_of_topic ON toolbox.release_topics (topic_id);

ALTER TABLE toolbox.runs ADD COLUMN topic integer;
COMMENT ON COLUMN toolbox.runs.topic IS
  'a line of its release, or as minus a number a subject that every company has; read by nobody, and counted by asked() alone';
-- all that could be read before, by name
REVOKE SELECT ON toolbox.runs FROM chat_rt, publishing_rt;
GRANT SELECT (answer_id, tool_id, number, acl_id, person_id, started_at, ended_at, outcome, passages, cited, cost, rating)
  ON toolbox.runs TO chat_rt, publishing_rt;
GRANT UPDATE (topic) ON toolbox.runs TO chat_rt;

-- No role but the owner of the tables reads these; the functions below act as that.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['topics', 'release_topics'] LOOP
    EXECUTE format('ALTER TABLE toolbox.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE toolbox.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY keeper ON toolbox.%I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- A release's lines as its makers had them when it was released.
CREATE FUNCTION toolbox.gather_topics(p_tool uuid, p_number integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE line record; found_id integer;
BEGIN
  FOR line IN
    SELECT nullif(s.ko, '') AS ko, nullif(s.en, '') AS en
      FROM toolbox.releases r, unnest(r.starters_ko, r.starters_en) AS s (ko, en)
     WHERE r.tool_id = p_tool AND r.number = p_number AND concat(s.ko, s.en) <> ''
    UNION
    SELECT CASE WHEN g.question ~ '[가-힣]' THEN left(g.question, 300) END, CASE WHEN g.question !~ '[가-힣]' THEN left(g.question, 300) END
      FROM toolbox.golden_questions g WHERE g.tool_id = p_tool
  LOOP
    INSERT INTO toolbox.topics (tool_id, ko, en) VALUES (p_tool, line.ko, line.en) ON CONFLICT DO NOTHING;
    SELECT id INTO found_id FROM toolbox.topics
     WHERE tool_id = p_tool AND md5(coalesce(ko, '') || E'\x1f' || coalesce(en, '')) = md5(coalesce(line.ko, '') || E'\x1f' || coalesce(line.en, ''));
    INSERT INTO toolbox.release_topics (tool_id, number, topic_id) VALUES (p_tool, p_number, found_id) ON CONFLICT DO NOTHING;
  END LOOP;
END $$;

CREATE FUNCTION toolbox.keep_topics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM toolbox.gather_topics(NEW.tool_id, NEW.number);
  RETURN NULL;
END $$;
CREATE TRIGGER topics_kept AFTER INSERT ON toolbox.releases FOR EACH ROW EXECUTE FUNCTION toolbox.keep_topics();

-- A line may name somebody: when its makers take it out or correct it, it is gone here too, unless they have it elsewhere.
CREATE FUNCTION toolbox.forget_topics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  DELETE FROM toolbox.topics t
   WHERE t.tool_id = OLD.tool_id AND num_nonnulls(t.ko, t.en) = 1 AND coalesce(t.ko, t.en) = left(OLD.question, 300)
     AND NOT EXISTS (SELECT FROM toolbox.golden_questions g WHERE g.tool_id = OLD.tool_id AND left(g.question, 300) = left(OLD.question, 300))
     AND NOT EXISTS (
       SELECT FROM toolbox.releases r, unnest(r.starters_ko, r.starters_en) AS s (ko, en)
        WHERE r.tool_id = OLD.tool_id AND nullif(s.ko, '') IS NOT DISTINCT FROM t.ko AND nullif(s.en, '') IS NOT DISTINCT FROM t.en);
  RETURN NULL;
END $$;
CREATE TRIGGER topics_forgotten AFTER DELETE OR UPDATE OF question ON toolbox.golden_questions
  FOR EACH ROW EXECUTE FUNCTION toolbox.forget_topics();

ALTER TABLE toolbox.tools NO FORCE ROW LEVEL SECURITY;
SELECT toolbox.gather_topics(t.id, used.number) FROM toolbox.tools t, unnest(ARRAY[t.live, t.canary]) AS used (number) WHERE used.number IS NOT NULL;
ALTER TABLE toolbox.tools FORCE ROW LEVEL SECURITY;

-- A release's lines with their numbers, for the code that holds a question against them; for who may use the tool.
CREATE FUNCTION toolbox.topics_of(p_tool uuid, p_number integer) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'text', concat_ws(E'\n', t.ko, t.en)) ORDER BY t.id), '[]')::text
    FROM toolbox.release_topics r JOIN toolbox.topics t ON t.id = r.topic_id
    JOIN toolbox.releases e ON e.tool_id = r.tool_id AND e.number = r.number
   WHERE r.tool_id = p_tool AND r.number = p_number AND identity.may_see(e.acl_id);
END;

-- What is none of the release's own lines is not kept, whoever writes it; nor what those ask who may edit the tool,
-- or four of them would need one more person only.
CREATE FUNCTION toolbox.keep_topic() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NEW.acl_id = ANY (identity.editable_acls())
     OR NOT (NEW.topic BETWEEN -999 AND -1
       OR EXISTS (SELECT FROM toolbox.release_topics t
                   WHERE t.tool_id = NEW.tool_id AND t.number = NEW.number AND t.topic_id = NEW.topic)) THEN
    NEW.topic := NULL;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER topic_kept BEFORE INSERT OR UPDATE OF topic ON toolbox.runs FOR EACH ROW
  WHEN (NEW.topic IS NOT NULL) EXECUTE FUNCTION toolbox.keep_topic();

-- What was asked of a tool in each of the last four calendar months that are over, for its owners. Months do not overlap and do not change any more,
-- so that none can be taken from another. A line is told when five people asked it; its releases when five did of each that was asked
-- at all, or what is left out would be the difference. People and runs are rounded down to fives, shares to tenths.
-- A line without a topic and number is the whole month (people null: fewer than five); topic 0 is all that is not told, if five people asked it;
-- what was asked of a line that its makers took away is part of that.
CREATE FUNCTION toolbox.asked(p_tool uuid)
RETURNS TABLE (month date, number integer, topic integer, ko text, en text, people integer, runs integer, unanswered integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  WITH c AS MATERIALIZED (
    SELECT time_zone, date_trunc('month', now() AT TIME ZONE time_zone) AS this_month FROM toolbox.company()),
  r AS MATERIALIZED (
    SELECT CAST(date_trunc('month', a.started_at AT TIME ZONE c.time_zone) AS date) AS month, a.number,
           CASE WHEN a.topic < 0 OR EXISTS (SELECT FROM toolbox.topics t WHERE t.id = a.topic) THEN a.topic END AS topic, a.person_id, a.passages
      FROM toolbox.runs a, c
     WHERE a.tool_id = p_tool AND a.acl_id = ANY ((SELECT identity.owned_acls())::bigint[])
       AND a.started_at >= (c.this_month - interval '4 months') AT TIME ZONE c.time_zone
       AND a.started_at < c.this_month AT TIME ZONE c.time_zone),
  told AS MATERIALIZED (
    SELECT month, topic FROM r WHERE topic IS NOT NULL GROUP BY month, topic HAVING count(DISTINCT person_id) >= 5),
  parts AS MATERIALIZED (
    SELECT r.month, r.topic, r.number, count(DISTINCT person_id) AS people, count(*) AS runs,
           count(*) FILTER (WHERE passages = 0) AS nothing, count(passages) AS searched
      FROM r JOIN told USING (month, topic) GROUP BY r.month, r.topic, r.number),
  lines AS (
    SELECT month, CAST(NULL AS integer) AS number, CAST(NULL AS integer) AS topic, count(DISTINCT person_id) AS people, count(*) AS runs,
           count(*) FILTER (WHERE passages = 0) AS nothing, count(passages) AS searched
      FROM r GROUP BY month
    UNION ALL
    SELECT r.month, NULL, r.topic, count(DISTINCT person_id), count(*), count(*) FILTER (WHERE passages = 0), count(passages)
      FROM r JOIN told USING (month, topic) GROUP BY r.month, r.topic
    UNION ALL
    SELECT month, number, topic, people, runs, nothing, searched FROM parts p
     WHERE NOT EXISTS (SELECT FROM parts few WHERE few.month = p.month AND few.topic = p.topic AND few.people < 5)
    UNION ALL
    SELECT r.month, NULL, 0, count(DISTINCT person_id), count(*), count(*) FILTER (WHERE passages = 0), count(passages)
      FROM r WHERE NOT EXISTS (SELECT FROM told t WHERE t.month = r.month AND t.topic = r.topic)
     GROUP BY r.month HAVING count(DISTINCT person_id) >= 5)
  SELECT l.month, l.number, l.topic, t.ko, t.en,
         CASE WHEN l.people >= 5 THEN CAST(l.people - l.people % 5 AS integer) END,
         CASE WHEN l.people >= 5 THEN CAST(l.runs - l.runs % 5 AS integer) END,
         CASE WHEN l.people >= 5 AND l.searched > 0 THEN CAST(round(10.0 * l.nothing / l.searched) * 10 AS integer) END
    FROM lines l LEFT JOIN toolbox.topics t ON t.id = l.topic
   ORDER BY l.month DESC, l.people DESC, l.topic, l.number DESC;
END;

REVOKE EXECUTE ON FUNCTION toolbox.gather_topics(uuid, integer), toolbox.topics_of(uuid, integer), toolbox.asked(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.topics_of(uuid, integer) TO chat_rt;
GRANT EXECUTE ON FUNCTION toolbox.asked(uuid) TO publishing_rt;
