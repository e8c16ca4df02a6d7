-- What settle does, with the events of crossed lines put into the outbox by the same statement: one round trip and one commit for a
-- batch. It gives the rows that it added, so that they are published without waiting for the sweep. Payloads are those of
-- budget.warned.v1 and budget.exhausted.v1. (settle stays while instances of the version before may still run.)
CREATE FUNCTION metering.post(
  p_traceparent text,
  p_ids uuid[], p_days date[], p_persons uuid[], p_groups uuid[], p_keys uuid[], p_tools uuid[], p_conversations uuid[],
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

REVOKE ALL ON FUNCTION metering.post(text, uuid[], date[], uuid[], uuid[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[],
  bigint[], bigint[], bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], integer[], integer[],
  bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metering.post(text, uuid[], date[], uuid[], uuid[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[],
  bigint[], bigint[], bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], integer[], integer[],
  bigint[]) TO chat_rt;
