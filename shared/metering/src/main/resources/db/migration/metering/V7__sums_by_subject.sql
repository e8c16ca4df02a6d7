-- Reports of everybody read a line a day and subject, not one a day, person, group, tool and model: a hundredth of the rows.
CREATE TABLE metering.subject_sums (
  kind                text NOT NULL CHECK (kind IN ('COMPANY', 'PERSON', 'GROUP', 'API_KEY', 'TOOL', 'MODEL')),
  day                 date NOT NULL,
  subject             text,
  requests            bigint NOT NULL,
  attempts            bigint NOT NULL,
  errors              bigint NOT NULL,
  input_tokens        bigint NOT NULL,
  cached_input_tokens bigint NOT NULL,
  output_tokens       bigint NOT NULL,
  cost                bigint NOT NULL
);
CREATE INDEX subject_sums_by_kind ON metering.subject_sums (kind, day);

CREATE FUNCTION metering.sum_subjects(p_day date) RETURNS void
LANGUAGE sql SET search_path = ''
BEGIN ATOMIC
  DELETE FROM metering.subject_sums s WHERE s.day = p_day;
  INSERT INTO metering.subject_sums
  SELECT CASE WHEN grouping(s.person_id) = 0 THEN 'PERSON' WHEN grouping(s.group_id) = 0 THEN 'GROUP' WHEN grouping(s.api_key_id) = 0 THEN 'API_KEY'
              WHEN grouping(s.tool_id) = 0 THEN 'TOOL' WHEN grouping(s.model) = 0 THEN 'MODEL' ELSE 'COMPANY' END,
         p_day,
         CASE WHEN grouping(s.person_id) = 0 THEN s.person_id::text WHEN grouping(s.group_id) = 0 THEN s.group_id::text
              WHEN grouping(s.api_key_id) = 0 THEN s.api_key_id::text WHEN grouping(s.tool_id) = 0 THEN s.tool_id::text
              WHEN grouping(s.model) = 0 THEN s.provider || '/' || s.model END,
         sum(s.requests), sum(s.attempts), sum(s.errors), sum(s.input_tokens), sum(s.cached_input_tokens), sum(s.output_tokens), sum(s.cost)
    FROM metering.daily_sums s
   WHERE s.day = p_day
   GROUP BY GROUPING SETS ((s.person_id), (s.group_id), (s.api_key_id), (s.tool_id), (s.provider, s.model), ())
  HAVING count(*) > 0;
END;
REVOKE EXECUTE ON FUNCTION metering.sum_subjects(date) FROM PUBLIC;
SELECT metering.sum_subjects(day) FROM (SELECT DISTINCT day FROM metering.daily_sums) d;

CREATE OR REPLACE FUNCTION metering.sum_day(p_day date) RETURNS void
LANGUAGE plpgsql SET search_path = ''
AS $$
DECLARE
  zone  text := (SELECT time_zone FROM metering.company);
  first timestamptz := p_day::timestamp AT TIME ZONE zone;
  after timestamptz := (p_day + 1)::timestamp AT TIME ZONE zone;
BEGIN
  DELETE FROM metering.daily_sums s WHERE s.day = p_day;
  INSERT INTO metering.daily_sums
  SELECT u.day, u.person_id, u.group_id, u.api_key_id, u.tool_id, u.provider, u.model, count(*) FILTER (WHERE u.attempt = 1), count(*),
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

-- Of everybody: who may not see all sees nothing here.
CREATE VIEW metering.subjects AS
  SELECT s.* FROM metering.subject_sums s
   WHERE s.day <= (SELECT up_to FROM metering.summed) AND (SELECT metering.sees_all())
  UNION ALL
  SELECT k.kind, u.day,
         CASE k.kind WHEN 'PERSON' THEN u.person_id::text WHEN 'GROUP' THEN u.group_id::text WHEN 'API_KEY' THEN u.api_key_id::text
                     WHEN 'TOOL' THEN u.tool_id::text WHEN 'MODEL' THEN u.provider || '/' || u.model END,
         CASE WHEN u.attempt = 1 THEN 1 ELSE 0 END, 1, CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END,
         u.input_tokens, u.cached_input_tokens, u.output_tokens, u.cost
    FROM (VALUES ('COMPANY'), ('PERSON'), ('GROUP'), ('API_KEY'), ('TOOL'), ('MODEL')) AS k (kind) CROSS JOIN metering.usage u
   WHERE u.day > (SELECT up_to FROM metering.summed)
     AND u.at > (SELECT greatest(up_to, '2000-01-01') - interval '2 days' FROM metering.summed)
     AND (SELECT metering.sees_all());
GRANT SELECT ON metering.subjects TO reporting_rt;
