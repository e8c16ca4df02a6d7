-- Reports of everybody are for administrators, auditors and the function's own rounds (which act for no person); others see their own.
CREATE FUNCTION metering.sees_all() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN identity.current_user_id() IS NULL OR identity.has_role('admin') OR identity.has_role('auditor');
REVOKE EXECUTE ON FUNCTION metering.sees_all() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metering.sees_all() TO reporting_rt;

CREATE OR REPLACE VIEW metering.daily AS
  SELECT s.* FROM metering.daily_sums s WHERE s.day <= (SELECT up_to FROM metering.summed)
   AND ((SELECT metering.sees_all()) OR s.person_id = (SELECT identity.current_user_id()))
  UNION ALL
  SELECT u.day, u.person_id, u.group_id, u.api_key_id, u.tool_id, u.provider, u.model,
         CASE WHEN u.attempt = 1 THEN 1 ELSE 0 END, 1, CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END,
         u.input_tokens, u.cached_input_tokens, u.output_tokens, u.cost
    FROM metering.usage u
   WHERE u.day > (SELECT up_to FROM metering.summed)
     -- leaves old months out; no request runs for days
     AND u.at > (SELECT greatest(up_to, '2000-01-01') - interval '2 days' FROM metering.summed)
     AND ((SELECT metering.sees_all()) OR u.person_id = (SELECT identity.current_user_id()));

CREATE OR REPLACE VIEW metering.health AS
  SELECT h.* FROM metering.hourly_health h
   WHERE h.hour < (SELECT CASE WHEN s.up_to = '-infinity' THEN '-infinity' ELSE (s.up_to + 1)::timestamp AT TIME ZONE c.time_zone END
                     FROM metering.summed s, metering.company c)
     AND (SELECT metering.sees_all())
  UNION ALL
  SELECT date_trunc('hour', u.at), u.provider, u.model, metering.bucket(u.first_token_millis), 1,
         CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END, CASE WHEN u.attempt > 1 THEN 1 ELSE 0 END,
         CASE WHEN u.first_token_millis >= 0 AND u.latency_millis > u.first_token_millis THEN u.output_tokens ELSE 0 END,
         CASE WHEN u.first_token_millis >= 0 THEN greatest(u.latency_millis - u.first_token_millis, 0) ELSE 0 END, u.cost
    FROM metering.usage u
   WHERE u.outcome <> 'CACHED'
     AND u.day >= (SELECT up_to FROM metering.summed)
     AND u.at >= (SELECT CASE WHEN s.up_to = '-infinity' THEN '-infinity' ELSE (s.up_to + 1)::timestamp AT TIME ZONE c.time_zone END
                    FROM metering.summed s, metering.company c)
     AND (SELECT metering.sees_all());

-- single rows are seen through the views only
REVOKE SELECT ON metering.usage FROM reporting_rt;

-- Only administrators move caps and rates.
CREATE FUNCTION metering.may_plan() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN identity.current_user_id() IS NULL OR identity.has_role('admin');
REVOKE EXECUTE ON FUNCTION metering.may_plan() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metering.may_plan() TO reporting_rt;
ALTER TABLE metering.budgets ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON metering.budgets FOR SELECT TO chat_rt, reporting_rt USING (true);
CREATE POLICY plan ON metering.budgets TO reporting_rt USING ((SELECT metering.may_plan())) WITH CHECK ((SELECT metering.may_plan()));
ALTER TABLE metering.exchange_rates ENABLE ROW LEVEL SECURITY;
CREATE POLICY read ON metering.exchange_rates FOR SELECT TO chat_rt, reporting_rt USING (true);
CREATE POLICY plan ON metering.exchange_rates TO reporting_rt USING ((SELECT metering.may_plan())) WITH CHECK ((SELECT metering.may_plan()));
