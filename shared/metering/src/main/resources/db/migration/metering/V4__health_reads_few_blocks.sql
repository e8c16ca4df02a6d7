-- Rows have no index on their time; their day has one, by blocks, and is the day before at the earliest.
CREATE OR REPLACE VIEW metering.health AS
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
     AND u.day >= (SELECT up_to FROM metering.summed)
     AND u.at >= (SELECT CASE WHEN s.up_to = '-infinity' THEN '-infinity' ELSE (s.up_to + 1)::timestamp AT TIME ZONE c.time_zone END
                    FROM metering.summed s, metering.company c);
