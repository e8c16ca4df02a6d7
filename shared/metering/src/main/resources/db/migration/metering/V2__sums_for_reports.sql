-- Reports read sums of whole days; only days that are not summed yet are read row by row.

CREATE TABLE metering.daily_sums (
  day                 date NOT NULL,
  person_id           uuid NOT NULL,
  group_id            uuid,
  api_key_id          uuid,
  tool_id             uuid,
  provider            text NOT NULL,
  model               text NOT NULL,
  requests            bigint NOT NULL,
  attempts            bigint NOT NULL,
  errors              bigint NOT NULL,
  input_tokens        bigint NOT NULL,
  cached_input_tokens bigint NOT NULL,
  output_tokens       bigint NOT NULL,
  cost                bigint NOT NULL
);
CREATE INDEX daily_sums_by_day ON metering.daily_sums (day, person_id);

-- Latencies are counted in buckets of 5 %, so that hours add up to days and months.
CREATE FUNCTION metering.bucket(millis integer) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN millis < 0 THEN -1 ELSE round(ln(millis + 1) / ln(1.05)) END;
CREATE FUNCTION metering.millis(bucket integer) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN round(power(1.05, bucket) - 1);

CREATE TABLE metering.hourly_health (
  hour          timestamptz NOT NULL,
  provider      text NOT NULL,
  model         text NOT NULL,
  bucket        smallint NOT NULL,
  attempts      bigint NOT NULL,
  errors        bigint NOT NULL,
  failovers     bigint NOT NULL,
  output_tokens bigint NOT NULL,
  output_millis bigint NOT NULL,
  cost          bigint NOT NULL,
  PRIMARY KEY (hour, provider, model, bucket)
);
COMMENT ON COLUMN metering.hourly_health.bucket IS 'of the time to the first token, by metering.bucket; -1: there was none';
COMMENT ON COLUMN metering.hourly_health.failovers IS 'attempts that took over after another had failed';

CREATE TABLE metering.summed (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  up_to date NOT NULL DEFAULT '-infinity'
);
INSERT INTO metering.summed DEFAULT VALUES;

-- Days that had been summed when a row for them came in. Only ever appended to: a mark that commits late waits for the next sweep.
CREATE TABLE metering.late_days (day date NOT NULL);

-- What one row adds to the sums, as of rows or of whole days.
CREATE VIEW metering.daily AS
  SELECT s.* FROM metering.daily_sums s WHERE s.day <= (SELECT up_to FROM metering.summed)
  UNION ALL
  SELECT u.day, u.person_id, u.group_id, u.api_key_id, u.tool_id, u.provider, u.model,
         CASE WHEN u.attempt = 1 THEN 1 ELSE 0 END, 1, CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END,
         u.input_tokens, u.cached_input_tokens, u.output_tokens, u.cost
    FROM metering.usage u
   WHERE u.day > (SELECT up_to FROM metering.summed)
     -- leaves old months out; no request runs for days
     AND u.at > (SELECT greatest(up_to, '2000-01-01') - interval '2 days' FROM metering.summed);

CREATE VIEW metering.health AS
  SELECT h.* FROM metering.hourly_health h
   WHERE h.hour < (SELECT CASE WHEN s.up_to = '-infinity' THEN '-infinity' ELSE (s.up_to + 1)::timestamp AT TIME ZONE c.time_zone END
                     FROM metering.summed s, metering.company c)
  UNION ALL
  SELECT date_trunc('hour', u.at), u.provider, u.model, metering.bucket(u.first_token_millis), 1,
         CASE WHEN u.outcome IN ('FAILED', 'CUT') THEN 1 ELSE 0 END, CASE WHEN u.attempt > 1 THEN 1 ELSE 0 END,
         CASE WHEN u.first_token_millis >= 0 AND u.latency_millis > u.first_token_millis THEN u.output_tokens ELSE 0 END,
         CASE WHEN u.first_token_millis >= 0 THEN greatest(u.latency_millis - u.first_token_millis, 0) ELSE 0 END, u.cost
    FROM metering.usage u
   WHERE u.outcome <> 'CACHED'
     AND u.at >= (SELECT CASE WHEN s.up_to = '-infinity' THEN '-infinity' ELSE (s.up_to + 1)::timestamp AT TIME ZONE c.time_zone END
                    FROM metering.summed s, metering.company c);

-- The last day that is over for long enough: no request that it pays for still runs.
CREATE FUNCTION metering.last_whole_day() RETURNS date
LANGUAGE sql STABLE SET search_path = ''
RETURN (SELECT ((now() - interval '6 hours') AT TIME ZONE time_zone)::date - 1 FROM metering.company);

CREATE FUNCTION metering.sum_day(p_day date) RETURNS void
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

-- For the sweep: sums the days that are over, and again those that a late row came in for. Gives how many.
CREATE FUNCTION metering.sum_days(p_most integer DEFAULT 40) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  done  integer := 0;
  known date;
  late  date;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('metering.sum_days')) THEN RETURN 0; END IF;
  SELECT up_to INTO known FROM metering.summed;
  IF known = '-infinity' THEN
    SELECT coalesce(min(u.day), metering.last_whole_day() + 1) - 1 INTO known FROM metering.usage u;
  END IF;
  FOR late IN
    WITH gone AS (DELETE FROM metering.late_days l WHERE l.day <= known RETURNING l.day) SELECT DISTINCT day FROM gone
  LOOP
    PERFORM metering.sum_day(late);
    done := done + 1;
  END LOOP;
  WHILE known < metering.last_whole_day() AND done < p_most LOOP
    known := known + 1;
    PERFORM metering.sum_day(known);
    done := done + 1;
  END LOOP;
  UPDATE metering.summed SET up_to = known WHERE up_to <> known;
  RETURN done;
END $$;

-- A late row marks its days, in its own transaction.
CREATE FUNCTION metering.mark_late() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  INSERT INTO metering.late_days (day)
  SELECT DISTINCT d.day FROM added a
   CROSS JOIN LATERAL (VALUES (a.day), ((a.at AT TIME ZONE (SELECT time_zone FROM metering.company))::date)) AS d (day)
   WHERE d.day <= metering.last_whole_day();
  RETURN NULL;
END $$;
CREATE TRIGGER mark_late AFTER INSERT ON metering.usage REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION metering.mark_late();

REVOKE EXECUTE ON FUNCTION metering.bucket(integer), metering.millis(integer), metering.last_whole_day(), metering.sum_day(date),
  metering.sum_days(integer), metering.mark_late() FROM PUBLIC;
GRANT SELECT ON metering.daily, metering.health, metering.summed TO reporting_rt;
GRANT EXECUTE ON FUNCTION metering.bucket(integer), metering.millis(integer), metering.sum_days(integer) TO reporting_rt;
