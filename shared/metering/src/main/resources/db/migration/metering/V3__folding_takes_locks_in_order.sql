-- Folding locks accounts before leases, as leasing does: the other way round two of them could wait for each other.
CREATE OR REPLACE FUNCTION metering.fold(p_instance uuid, p_idle interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  scopes   text[];
  subjects uuid[];
  periods  text[];
  starts   date[];
  folded   integer;
BEGIN
  SELECT array_agg(k.scope), array_agg(k.subject_id), array_agg(k.period), array_agg(k.starts_on)
    INTO scopes, subjects, periods, starts
    FROM (SELECT DISTINCT l.scope, l.subject_id, l.period, l.starts_on FROM metering.leases l
           WHERE l.outstanding = 0 AND (p_instance IS NULL OR l.instance_id = p_instance)
             AND l.updated_at <= clock_timestamp() - p_idle
           ORDER BY 1, 2, 3, 4 LIMIT 10000) k;
  IF scopes IS NULL THEN RETURN 0; END IF;
  INSERT INTO metering.accounts (scope, subject_id, period, starts_on)
  SELECT * FROM unnest(scopes, subjects, periods, starts) ORDER BY 1, 2, 3, 4
  ON CONFLICT DO NOTHING;
  PERFORM 1 FROM metering.accounts a JOIN unnest(scopes, subjects, periods, starts) AS k (scope, subject_id, period, starts_on)
     USING (scope, subject_id, period, starts_on)
   ORDER BY a.scope, a.subject_id, a.period, a.starts_on FOR NO KEY UPDATE OF a;
  -- whoever settles holds rows of leases and wants no account: those are left for the next time
  WITH done AS (
    SELECT l.scope, l.subject_id, l.period, l.starts_on, l.instance_id
      FROM metering.leases l JOIN unnest(scopes, subjects, periods, starts) AS k (scope, subject_id, period, starts_on)
        USING (scope, subject_id, period, starts_on)
     WHERE l.outstanding = 0 AND (p_instance IS NULL OR l.instance_id = p_instance) AND l.updated_at <= clock_timestamp() - p_idle
       FOR UPDATE OF l SKIP LOCKED
  ), gone AS (
    DELETE FROM metering.leases l USING done d
     WHERE l.scope = d.scope AND l.subject_id = d.subject_id AND l.period = d.period AND l.starts_on = d.starts_on
       AND l.instance_id = d.instance_id
    RETURNING l.scope, l.subject_id, l.period, l.starts_on, l.settled
  ), sums AS (
    SELECT scope, subject_id, period, starts_on, sum(settled)::bigint AS settled FROM gone GROUP BY 1, 2, 3, 4
  )
  UPDATE metering.accounts a SET settled = a.settled + s.settled FROM sums s
   WHERE a.scope = s.scope AND a.subject_id = s.subject_id AND a.period = s.period AND a.starts_on = s.starts_on;
  GET DIAGNOSTICS folded = ROW_COUNT;
  RETURN folded;
END $$;

-- Accounts of days that no cap and no report asks for any more go; a report reads the sums of days.
CREATE FUNCTION metering.forget_old_accounts() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE gone integer;
BEGIN
  DELETE FROM metering.accounts a
   WHERE a.starts_on < now() - CASE a.period WHEN 'DAY' THEN interval '60 days' ELSE interval '15 months' END
     AND NOT EXISTS (SELECT FROM metering.leases l WHERE l.scope = a.scope AND l.subject_id = a.subject_id
                        AND l.period = a.period AND l.starts_on = a.starts_on);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
REVOKE EXECUTE ON FUNCTION metering.forget_old_accounts() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION metering.forget_old_accounts() TO reporting_rt;
