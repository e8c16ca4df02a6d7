-- Somebody waits for each settlement, most often one of a single event: what a batch charges comes summed by account, and rows are
-- only inserted. An event that was written before fails the whole batch; the caller then tries each entry alone and knows what it is.
-- (The function with charges by event stays while instances of the version before may still run.)
CREATE FUNCTION metering.post(
  p_traceparent text,
  p_ids uuid[], p_days date[], p_persons uuid[], p_groups text[], p_keys uuid[], p_tools uuid[], p_conversations uuid[],
  p_requests uuid[], p_attempts integer[], p_providers text[], p_models text[], p_inputs bigint[], p_cached bigint[],
  p_outputs bigint[], p_costs bigint[], p_firsts integer[], p_latencies integer[], p_outcomes text[],
  a_scopes text[], a_subjects uuid[], a_periods text[], a_starts date[], a_instances uuid[], a_costs bigint[], a_releases bigint[])
RETURNS TABLE (id uuid, topic text, payload text, traceparent text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
#variable_conflict use_column
BEGIN
  INSERT INTO metering.usage (id, at, day, person_id, group_ids, api_key_id, tool_id, conversation_id, request_id, attempt, provider,
    model, input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
  SELECT t.id, uuid_extract_timestamp(t.id), t.day, t.person_id, t.all_groups::uuid[], t.api_key_id, t.tool_id, t.conversation_id,
         t.request_id, t.attempt, t.provider, t.model, t.input_tokens, t.cached_input_tokens, t.output_tokens, t.cost,
         t.first_token_millis, t.latency_millis, t.outcome
    FROM unnest(p_ids, p_days, p_persons, p_groups, p_keys, p_tools, p_conversations, p_requests, p_attempts, p_providers, p_models,
           p_inputs, p_cached, p_outputs, p_costs, p_firsts, p_latencies, p_outcomes)
      AS t (id, day, person_id, all_groups, api_key_id, tool_id, conversation_id, request_id, attempt, provider, model,
        input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome);

  INSERT INTO metering.leases AS l (scope, subject_id, period, starts_on, instance_id, released, settled)
  SELECT k.scope, k.subject_id, k.period, k.starts_on, k.instance_id, k.release, k.cost
    FROM unnest(a_scopes, a_subjects, a_periods, a_starts, a_instances, a_releases, a_costs)
      AS k (scope, subject_id, period, starts_on, instance_id, release, cost)
   ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT ON CONSTRAINT leases_pkey DO UPDATE
    SET released = l.released + EXCLUDED.released, settled = l.settled + EXCLUDED.settled, updated_at = clock_timestamp();

  IF NOT EXISTS (SELECT FROM metering.budgets b WHERE b.enabled) THEN RETURN; END IF;
  RETURN QUERY
  INSERT INTO runtime.outbox AS o (topic, payload, traceparent)
  SELECT CASE s.kind WHEN 'WARNED' THEN 'budget.warned.v1' ELSE 'budget.exhausted.v1' END,
         jsonb_strip_nulls(jsonb_build_object('budgetId', s.budget_id, 'subjectId',
           nullif(s.subject_id, '00000000-0000-0000-0000-000000000000'), 'startsOn', s.starts_on)),
         p_traceparent
    FROM metering.cross_lines(a_scopes, a_subjects, a_periods, a_starts) s
  RETURNING o.id, o.topic, o.payload::text, o.traceparent;
END $$;

REVOKE ALL ON FUNCTION metering.post(text, uuid[], date[], uuid[], text[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[],
  bigint[], bigint[], bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], bigint[], bigint[])
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metering.post(text, uuid[], date[], uuid[], text[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[],
  bigint[], bigint[], bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], bigint[], bigint[])
  TO chat_rt, embedding_rt;

-- Nearly no row is late. The condition is true for every row that may be, in whichever time zone the company is.
DROP TRIGGER mark_late ON metering.usage;
CREATE OR REPLACE FUNCTION metering.mark_late() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO metering.late_days (day)
  SELECT DISTINCT d.day
    FROM (VALUES (NEW.day), ((NEW.at AT TIME ZONE (SELECT time_zone FROM metering.company))::date)) AS d (day)
   WHERE d.day <= metering.last_whole_day();
  RETURN NULL;
END $$;
CREATE TRIGGER mark_late AFTER INSERT ON metering.usage FOR EACH ROW
  WHEN (NEW.day < (now() AT TIME ZONE 'UTC' + interval '8 hours')::date OR NEW.at < now() - interval '6 hours')
  EXECUTE FUNCTION metering.mark_late();
