-- A row says which groups its cost was charged to, all of them: reports by group say what budgets of groups count. And some use is
-- nobody's: what the platform does in the background the company pays. The embedding function asks vendors too and pays for it.
DROP VIEW metering.daily, metering.subjects;

ALTER TABLE metering.usage ALTER COLUMN person_id DROP NOT NULL, ADD COLUMN group_ids uuid[] NOT NULL DEFAULT '{}';
UPDATE metering.usage SET group_ids = ARRAY[group_id] WHERE group_id IS NOT NULL;
ALTER TABLE metering.usage DROP COLUMN group_id;
COMMENT ON COLUMN metering.usage.person_id IS 'null: nobody asked for it, the company pays';
COMMENT ON COLUMN metering.usage.group_ids IS 'sorted; all that held the person then, and whose accounts paid';

ALTER TABLE metering.daily_sums ALTER COLUMN person_id DROP NOT NULL, ADD COLUMN group_ids uuid[] NOT NULL DEFAULT '{}';
UPDATE metering.daily_sums SET group_ids = ARRAY[group_id] WHERE group_id IS NOT NULL;

CREATE OR REPLACE FUNCTION metering.sum_day(p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  zone  text := (SELECT time_zone FROM metering.company);
  first timestamptz := p_day::timestamp AT TIME ZONE zone;
  after timestamptz := (p_day + 1)::timestamp AT TIME ZONE zone;
BEGIN
  DELETE FROM metering.daily_sums s WHERE s.day = p_day;
  INSERT INTO metering.daily_sums (day, person_id, group_ids, api_key_id, tool_id, provider, model, requests, attempts, errors,
    input_tokens, cached_input_tokens, output_tokens, cost)
  SELECT u.day, u.person_id, u.group_ids, u.api_key_id, u.tool_id, u.provider, u.model, count(*) FILTER (WHERE u.attempt = 1), count(*),
         count(*) FILTER (WHERE u.outcome IN ('FAILED', 'CUT')), sum(u.input_tokens), sum(u.cached_input_tokens), sum(u.output_tokens), sum(u.cost)
    FROM metering.usage u
   WHERE u.day = p_day AND u.at > first - interval '2 days' AND u.at < after + interval '7 days'
   GROUP BY 1, 2, 3, 4, 5, 6, 7;
  PERFORM metering.sum_subjects(p_day);
  DELETE FROM metering.hourly_health h WHERE h.hour >= first AND h.hour < after;
  INSERT INTO metering.hourly_health
  SELECT date_trunc('hour', u.at), u.provider, u.model, metering.bucket(u.first_token_millis), count(*),
         count(*) FILTER (WHERE u.outcome IN ('FAILED', 'CUT')), count(*) FILTER (WHERE u.attempt > 1),
         coalesce(sum(u.output_tokens) FILTER (WHERE u.first_token_millis >= 0 AND u.latency_millis > u.first_token_millis), 0),
         coalesce(sum(greatest(u.latency_millis - u.first_token_millis, 0)) FILTER (WHERE u.first_token_millis >= 0), 0), sum(u.cost)
    FROM metering.usage u
   WHERE u.at >= first AND u.at < after AND u.outcome <> 'CACHED'
   GROUP BY 1, 2, 3, 4;
END $$;

-- The groups that a row counts for: each of them, or nobody's once.
CREATE FUNCTION metering.groups_of_row(p_groups uuid[]) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT g::text FROM unnest(CASE WHEN cardinality(p_groups) = 0 THEN ARRAY[NULL::uuid] ELSE p_groups END) g;
END;

CREATE OR REPLACE FUNCTION metering.sum_subjects(p_day date) RETURNS void
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  DELETE FROM metering.subject_sums s WHERE s.day = p_day;
  INSERT INTO metering.subject_sums
  SELECT CASE WHEN grouping(s.person_id) = 0 THEN 'PERSON' WHEN grouping(s.api_key_id) = 0 THEN 'API_KEY'
              WHEN grouping(s.tool_id) = 0 THEN 'TOOL' WHEN grouping(s.model) = 0 THEN 'MODEL' ELSE 'COMPANY' END,
         p_day,
         CASE WHEN grouping(s.person_id) = 0 THEN s.person_id::text WHEN grouping(s.api_key_id) = 0 THEN s.api_key_id::text
              WHEN grouping(s.tool_id) = 0 THEN s.tool_id::text
              WHEN grouping(s.model) = 0 THEN s.provider || '/' || s.model END,
         sum(s.requests), sum(s.attempts), sum(s.errors), sum(s.input_tokens), sum(s.cached_input_tokens), sum(s.output_tokens), sum(s.cost)
    FROM metering.daily_sums s
   WHERE s.day = p_day
   GROUP BY GROUPING SETS ((s.person_id), (s.api_key_id), (s.tool_id), (s.provider, s.model), ())
  HAVING count(*) > 0
  UNION ALL
  SELECT 'GROUP', p_day, g.subject,
         sum(s.requests), sum(s.attempts), sum(s.errors), sum(s.input_tokens), sum(s.cached_input_tokens), sum(s.output_tokens), sum(s.cost)
    FROM metering.daily_sums s CROSS JOIN LATERAL metering.groups_of_row(s.group_ids) AS g (subject)
   WHERE s.day = p_day
   GROUP BY g.subject;
END;
ALTER TABLE metering.daily_sums DROP COLUMN group_id;

CREATE VIEW metering.daily AS
  SELECT s.day, s.person_id, s.group_ids, s.api_key_id, s.tool_id, s.provider, s.model, s.requests, s.attempts, s.errors,
         s.input_tokens, s.cached_input_tokens, s.output_tokens, s.cost
    FROM metering.daily_sums s WHERE s.day <= (SELECT up_to FROM metering.summed)
   AND ((SELECT metering.sees_all()) OR s.person_id = (SELECT identity.current_user_id()))
  UNION ALL
  SELECT u.day, u.person_id, u.group_ids, u.api_key_id, u.tool_id, u.provider, u.model,
         CASE WHEN u.attempt = 1 THEN 1 ELSE 0 END, 1, CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END,
         u.input_tokens, u.cached_input_tokens, u.output_tokens, u.cost
    FROM metering.usage u
   WHERE u.day > (SELECT up_to FROM metering.summed)
     -- leaves old months out; no request runs for days
     AND u.at > (SELECT greatest(up_to, '2000-01-01') - interval '2 days' FROM metering.summed)
     AND ((SELECT metering.sees_all()) OR u.person_id = (SELECT identity.current_user_id()));

-- Of everybody: who may not see all sees nothing here. A row counts for each of its groups, so that their lines may add up to more than
-- the company's; whoever wants the whole asks for the company.
CREATE VIEW metering.subjects AS
  SELECT s.* FROM metering.subject_sums s
   WHERE s.day <= (SELECT up_to FROM metering.summed) AND (SELECT metering.sees_all())
  UNION ALL
  SELECT k.kind, u.day, k.subject,
         CASE WHEN u.attempt = 1 THEN 1 ELSE 0 END, 1, CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END,
         u.input_tokens, u.cached_input_tokens, u.output_tokens, u.cost
    FROM metering.usage u CROSS JOIN LATERAL (
           VALUES ('COMPANY', NULL), ('PERSON', u.person_id::text), ('API_KEY', u.api_key_id::text), ('TOOL', u.tool_id::text),
                  ('MODEL', u.provider || '/' || u.model)
           UNION ALL SELECT 'GROUP', g FROM metering.groups_of_row(u.group_ids) g) AS k (kind, subject)
   WHERE u.day > (SELECT up_to FROM metering.summed)
     AND u.at > (SELECT greatest(up_to, '2000-01-01') - interval '2 days' FROM metering.summed)
     AND (SELECT metering.sees_all());
GRANT SELECT ON metering.daily, metering.subjects TO reporting_rt;
REVOKE EXECUTE ON FUNCTION metering.groups_of_row(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metering.groups_of_row(uuid[]) TO reporting_rt;

-- As before, with a text such as {id,id} of the groups of each event: arrays of arrays must be of one length.
CREATE FUNCTION metering.settle(
  p_ids uuid[], p_days date[], p_persons uuid[], p_groups text[], p_keys uuid[], p_tools uuid[], p_conversations uuid[],
  p_requests uuid[], p_attempts integer[], p_providers text[], p_models text[], p_inputs bigint[], p_cached bigint[],
  p_outputs bigint[], p_costs bigint[], p_firsts integer[], p_latencies integer[], p_outcomes text[],
  a_scopes text[], a_subjects uuid[], a_periods text[], a_starts date[], a_instances uuid[],
  c_events integer[], c_accounts integer[], c_releases bigint[])
RETURNS TABLE (budget_id uuid, scope text, subject_id uuid, starts_on date, kind text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  WITH input AS (
    SELECT * FROM unnest(p_ids, p_days, p_persons, p_groups, p_keys, p_tools, p_conversations, p_requests, p_attempts, p_providers,
      p_models, p_inputs, p_cached, p_outputs, p_costs, p_firsts, p_latencies, p_outcomes) WITH ORDINALITY
      AS t (id, day, person_id, all_groups, api_key_id, tool_id, conversation_id, request_id, attempt, provider, model,
        input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome, n)
  ), added AS (
    INSERT INTO metering.usage (id, at, day, person_id, group_ids, api_key_id, tool_id, conversation_id, request_id, attempt, provider,
      model, input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
    SELECT id, uuid_extract_timestamp(id), day, person_id, all_groups::uuid[], api_key_id, tool_id, conversation_id, request_id, attempt,
      provider, model, input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome
      FROM input
    ON CONFLICT DO NOTHING
    RETURNING id, cost
  ), charged AS (
    SELECT c.account, sum(a.cost)::bigint AS cost, sum(c.release)::bigint AS release
      FROM added a JOIN input i USING (id) JOIN unnest(c_events, c_accounts, c_releases) AS c (event, account, release) ON c.event = i.n
     GROUP BY c.account
  )
  INSERT INTO metering.leases AS l (scope, subject_id, period, starts_on, instance_id, released, settled)
  SELECT k.scope, k.subject_id, k.period, k.starts_on, k.instance_id, c.release, c.cost
    FROM charged c JOIN unnest(a_scopes, a_subjects, a_periods, a_starts, a_instances) WITH ORDINALITY
      AS k (scope, subject_id, period, starts_on, instance_id, n) ON k.n = c.account
   ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ON CONSTRAINT leases_pkey DO UPDATE
    SET released = l.released + EXCLUDED.released, settled = l.settled + EXCLUDED.settled, updated_at = clock_timestamp();

  IF NOT EXISTS (SELECT FROM metering.budgets b WHERE b.enabled) THEN RETURN; END IF;
  RETURN QUERY SELECT * FROM metering.cross_lines(a_scopes, a_subjects, a_periods, a_starts);
END $$;

-- What an instance of the version before calls knows one group of each event.
CREATE OR REPLACE FUNCTION metering.settle(
  p_ids uuid[], p_days date[], p_persons uuid[], p_groups uuid[], p_keys uuid[], p_tools uuid[], p_conversations uuid[],
  p_requests uuid[], p_attempts integer[], p_providers text[], p_models text[], p_inputs bigint[], p_cached bigint[],
  p_outputs bigint[], p_costs bigint[], p_firsts integer[], p_latencies integer[], p_outcomes text[],
  a_scopes text[], a_subjects uuid[], a_periods text[], a_starts date[], a_instances uuid[],
  c_events integer[], c_accounts integer[], c_releases bigint[])
RETURNS TABLE (budget_id uuid, scope text, subject_id uuid, starts_on date, kind text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  RETURN QUERY SELECT * FROM metering.settle(p_ids, p_days, p_persons,
    ARRAY(SELECT '{' || coalesce(g::text, '') || '}' FROM unnest(p_groups) WITH ORDINALITY AS t (g, n) ORDER BY n),
    p_keys, p_tools, p_conversations, p_requests, p_attempts, p_providers, p_models, p_inputs, p_cached, p_outputs, p_costs, p_firsts,
    p_latencies, p_outcomes, a_scopes, a_subjects, a_periods, a_starts, a_instances, c_events, c_accounts, c_releases);
END $$;

CREATE FUNCTION metering.post(
  p_traceparent text,
  p_ids uuid[], p_days date[], p_persons uuid[], p_groups text[], p_keys uuid[], p_tools uuid[], p_conversations uuid[],
  p_requests uuid[], p_attempts integer[], p_providers text[], p_models text[], p_inputs bigint[], p_cached bigint[],
  p_outputs bigint[], p_costs bigint[], p_firsts integer[], p_latencies integer[], p_outcomes text[],
  a_scopes text[], a_subjects uuid[], a_periods text[], a_starts date[], a_instances uuid[],
  c_events integer[], c_accounts integer[], c_releases bigint[])
RETURNS TABLE (id uuid, topic text, payload text, traceparent text)
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
  INSERT INTO runtime.outbox AS o (topic, payload, traceparent)
  SELECT CASE s.kind WHEN 'WARNED' THEN 'budget.warned.v1' ELSE 'budget.exhausted.v1' END,
         jsonb_strip_nulls(jsonb_build_object('budgetId', s.budget_id, 'subjectId',
           nullif(s.subject_id, '00000000-0000-0000-0000-000000000000'), 'startsOn', s.starts_on)),
         p_traceparent
    FROM metering.settle(p_ids, p_days, p_persons, p_groups, p_keys, p_tools, p_conversations, p_requests, p_attempts, p_providers,
           p_models, p_inputs, p_cached, p_outputs, p_costs, p_firsts, p_latencies, p_outcomes, a_scopes, a_subjects, a_periods,
           a_starts, a_instances, c_events, c_accounts, c_releases) s
  RETURNING o.id, o.topic, o.payload::text, o.traceparent;
$$;

REVOKE ALL ON FUNCTION
  metering.settle(uuid[], date[], uuid[], text[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[], bigint[], bigint[],
    bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], integer[], integer[], bigint[]),
  metering.post(text, uuid[], date[], uuid[], text[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[], bigint[], bigint[],
    bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], integer[], integer[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  metering.post(text, uuid[], date[], uuid[], text[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[], bigint[], bigint[],
    bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], integer[], integer[], bigint[])
  TO chat_rt, embedding_rt;

GRANT USAGE ON SCHEMA metering TO embedding_rt;
GRANT SELECT ON metering.company, metering.exchange_rates, metering.budgets TO embedding_rt;
CREATE POLICY read_to_spend ON metering.budgets FOR SELECT TO embedding_rt USING (true);
CREATE POLICY read_to_spend ON metering.exchange_rates FOR SELECT TO embedding_rt USING (true);
GRANT EXECUTE ON FUNCTION
  metering.lease(uuid, text, text[], uuid[], text[], date[], bigint[], integer[], integer[], bigint[]),
  metering.give_back(uuid, bigint, text[], uuid[], text[], date[], bigint[], bigint[]), metering.beat(uuid), metering.leave(uuid),
  metering.note_refusal(text, uuid, text, date) TO embedding_rt;
