-- What every model call used and cost, and the budgets that bound it. Money is micros (1e-6) of the company's currency.
-- chat_rt works through the functions below only: it can spend and settle, not read what others spent, nor move a cap.

GRANT USAGE ON SCHEMA metering TO chat_rt, reporting_rt;

-- Instances keep what follows in memory and ask each few seconds whether it changed.
CREATE TABLE metering.company (
  one       boolean PRIMARY KEY DEFAULT true CHECK (one),
  currency  text NOT NULL DEFAULT 'KRW' CHECK (currency ~ '^[A-Z]{3}$'),
  -- an unknown zone fails here, not in a request
  time_zone text NOT NULL DEFAULT 'Asia/Seoul' CHECK (timestamptz '2026-01-01 00:00+00' AT TIME ZONE time_zone IS NOT NULL),
  version   bigint NOT NULL DEFAULT 1
);
INSERT INTO metering.company DEFAULT VALUES;

CREATE TABLE metering.exchange_rates (
  currency   text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  valid_from timestamptz NOT NULL,
  rate       numeric NOT NULL CHECK (rate > 0),
  source     text NOT NULL,
  PRIMARY KEY (currency, valid_from)
);
COMMENT ON COLUMN metering.exchange_rates.rate IS 'units of the company''s currency for one unit of this one';
INSERT INTO metering.exchange_rates VALUES
  ('USD', '2026-01-01 00:00+00', 1500, 'shipped; enter the rate that your company books with');

CREATE TABLE metering.budgets (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  scope      text NOT NULL CHECK (scope IN ('PERSON', 'GROUP', 'TOOL', 'COMPANY')),
  subject_id uuid,
  period     text NOT NULL CHECK (period IN ('DAY', 'MONTH')),
  cap        bigint NOT NULL CHECK (cap >= 0),
  kind       text NOT NULL CHECK (kind IN ('HARD', 'WARNING')),
  warn_at    integer NOT NULL DEFAULT 80 CHECK (warn_at BETWEEN 1 AND 100),
  enabled    boolean NOT NULL DEFAULT true,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CHECK (scope <> 'COMPANY' OR subject_id IS NULL),
  UNIQUE NULLS NOT DISTINCT (scope, subject_id, period, kind)
);
COMMENT ON COLUMN metering.budgets.subject_id IS
  'null: the company, or for the other scopes what each one has that has no budget of its own of this period and kind';

CREATE FUNCTION metering.note_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$ BEGIN UPDATE metering.company SET version = version + 1; RETURN NULL; END $$;
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON metering.budgets FOR EACH STATEMENT EXECUTE FUNCTION metering.note_change();
CREATE TRIGGER changed AFTER INSERT OR UPDATE OR DELETE ON metering.exchange_rates FOR EACH STATEMENT EXECUTE FUNCTION metering.note_change();
CREATE TRIGGER changed AFTER UPDATE OF currency, time_zone ON metering.company FOR EACH STATEMENT EXECUTE FUNCTION metering.note_change();

-- One row an attempt. Its time is the time inside its id, so that an id stands in one month alone and comes in once.
CREATE TABLE metering.usage (
  id                  uuid NOT NULL,
  at                  timestamptz NOT NULL CHECK (at = uuid_extract_timestamp(id)),
  day                 date NOT NULL,
  person_id           uuid NOT NULL,
  group_id            uuid,
  api_key_id          uuid,
  tool_id             uuid,
  conversation_id     uuid,
  request_id          uuid NOT NULL,
  attempt             integer NOT NULL,
  provider            text NOT NULL,
  model               text NOT NULL,
  input_tokens        bigint NOT NULL,
  cached_input_tokens bigint NOT NULL,
  output_tokens       bigint NOT NULL,
  cost                bigint NOT NULL CHECK (cost >= 0),
  first_token_millis  integer NOT NULL,
  latency_millis      integer NOT NULL,
  outcome             text NOT NULL CHECK (outcome IN ('OK', 'FAILED', 'CUT', 'CANCELLED', 'REFUSED', 'CACHED')),
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
COMMENT ON COLUMN metering.usage.day IS 'the company''s day that pays: the reservation''s, so that reports and budgets agree';
COMMENT ON COLUMN metering.usage.first_token_millis IS 'negative: there was none';
-- rows come in by time: a block range index costs an insert nothing and serves ranges of days
CREATE INDEX usage_by_day ON metering.usage USING brin (day) WITH (pages_per_range = 32);
CREATE TABLE metering.usage_default PARTITION OF metering.usage DEFAULT;

-- Makes the partitions of this month and the months ahead; what waited in the default partition moves over.
CREATE FUNCTION metering.make_partitions(months_ahead integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC'
AS $$
DECLARE
  first timestamptz;
  after timestamptz;
  name  text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('metering.make_partitions'));
  FOR n IN 0..months_ahead LOOP
    first := date_trunc('month', now()) + make_interval(months => n);
    after := first + interval '1 month';
    name := 'usage_' || to_char(first, 'YYYY_MM');
    CONTINUE WHEN to_regclass('metering.' || name) IS NOT NULL;
    CREATE TEMPORARY TABLE aside ON COMMIT DROP AS
      SELECT * FROM metering.usage_default WHERE at >= first AND at < after;
    DELETE FROM metering.usage_default WHERE at >= first AND at < after;
    EXECUTE format('CREATE TABLE metering.%I PARTITION OF metering.usage FOR VALUES FROM (%L) TO (%L)', name, first, after);
    EXECUTE format('INSERT INTO metering.%I SELECT * FROM pg_temp.aside', name);
    DROP TABLE pg_temp.aside;
  END LOOP;
END $$;

-- Forgets months that ended longer ago than this; the daily sums stay.
CREATE FUNCTION metering.drop_old_usage(keep_months integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET timezone = 'UTC'
AS $$
DECLARE
  name    text;
  dropped integer := 0;
BEGIN
  IF keep_months < 1 THEN RAISE EXCEPTION 'at least one month is kept'; END IF;
  FOR name IN
    SELECT c.relname FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
     WHERE i.inhparent = 'metering.usage'::regclass AND c.relname ~ '^usage_\d{4}_\d{2}$'
       AND c.relname < 'usage_' || to_char(date_trunc('month', now()) - make_interval(months => keep_months), 'YYYY_MM')
  LOOP
    EXECUTE format('DROP TABLE metering.%I', name);
    dropped := dropped + 1;
  END LOOP;
  DELETE FROM metering.usage_default WHERE at < date_trunc('month', now()) - make_interval(months => keep_months);
  RETURN dropped;
END $$;

-- An account is what one subject has spent in one period, whether a budget bounds it or not; the company's id is zero.
-- The row itself is the lock that whoever takes a lease holds; what instances spent stands in their leases until folded.
CREATE TABLE metering.accounts (
  scope       text NOT NULL,
  subject_id  uuid NOT NULL,
  period      text NOT NULL,
  starts_on   date NOT NULL,
  settled     bigint NOT NULL DEFAULT 0,
  recall      bigint NOT NULL DEFAULT 0,
  exact_until timestamptz NOT NULL DEFAULT '-infinity',
  PRIMARY KEY (scope, subject_id, period, starts_on)
) WITH (fillfactor = 70);
COMMENT ON COLUMN metering.accounts.recall IS 'how often all unused leases were called back; a lease with a smaller answer may hold unused money';
COMMENT ON COLUMN metering.accounts.exact_until IS 'until then leases are what a request needs and no more';

CREATE TABLE metering.instances (
  id         uuid PRIMARY KEY,
  function   text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT now(),
  seen_at    timestamptz NOT NULL DEFAULT now(),
  retired_at timestamptz,
  gave_back  bigint NOT NULL DEFAULT 0
);
COMMENT ON COLUMN metering.instances.retired_at IS 'fell silent: its leases are orphans, and should it wake up, it must not draw on them';

COMMENT ON COLUMN metering.instances.gave_back IS 'number of its newest return, so that one that is sent again counts once';

-- Each instance writes rows of its own only: nobody settles on a hot row.
CREATE TABLE metering.leases (
  scope       text NOT NULL,
  subject_id  uuid NOT NULL,
  period      text NOT NULL,
  starts_on   date NOT NULL,
  instance_id uuid NOT NULL,
  leased      bigint NOT NULL DEFAULT 0,
  released    bigint NOT NULL DEFAULT 0,
  settled     bigint NOT NULL DEFAULT 0,
  answered    bigint NOT NULL DEFAULT 0,
  outstanding bigint NOT NULL GENERATED ALWAYS AS (greatest(leased - released, 0)) STORED,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (scope, subject_id, period, starts_on, instance_id)
) WITH (fillfactor = 50);
CREATE INDEX leases_of_instance ON metering.leases (instance_id);
COMMENT ON COLUMN metering.leases.leased IS 'granted less what came back unused';
COMMENT ON COLUMN metering.leases.released IS 'worst cases of reservations that were settled';
COMMENT ON COLUMN metering.leases.outstanding IS 'charged: reserved, or unused in the instance''s memory';

-- What was told, once a budget, subject and period.
CREATE TABLE metering.alerts (
  budget_id  uuid NOT NULL REFERENCES metering.budgets ON DELETE CASCADE,
  subject_id uuid NOT NULL,
  starts_on  date NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('WARNED', 'EXHAUSTED')),
  told_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (budget_id, subject_id, starts_on, kind)
);

-- The budgets of accounts: one's own before the default.
CREATE FUNCTION metering.budget_of(p_scope text, p_subject uuid, p_period text, p_kind text) RETURNS metering.budgets
LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC
  SELECT b FROM metering.budgets b
   WHERE b.enabled AND b.scope = p_scope AND b.period = p_period AND b.kind = p_kind
     AND (b.subject_id = p_subject OR b.subject_id IS NULL)
   ORDER BY b.subject_id NULLS LAST LIMIT 1;
END;

-- Leases money for what requests lack, all levels of all waiting requests in one statement.
--
-- The rule: a request is refused exactly when settled + outstanding + its own worst case > cap at a hard level. Whoever grants
-- holds the accounts' rows, and each statement in here sees all that committed before it; settling moves money from outstanding
-- to settled within one row; giving back only lowers. So no sum that is compared with a cap can be too small.
--
-- p_scopes .. p_starts name the accounts, in order and each once; p_ahead is what an instance would like beyond its need.
-- p_requests, p_accounts, p_needs: request number (ascending), account number, what it lacks there.
-- Of a refused request `failing` is the account; `waiting` says that others hold money there that may still come back.
CREATE FUNCTION metering.lease(
  p_instance uuid, p_function text,
  p_scopes text[], p_subjects uuid[], p_periods text[], p_starts date[], p_ahead bigint[],
  p_requests integer[], p_accounts integer[], p_needs bigint[],
  OUT retired boolean, OUT granted bigint[], OUT exact boolean[], OUT caps bigint[], OUT settled bigint[], OUT outstanding bigint[],
  OUT failing integer[], OUT waiting boolean[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  others   boolean[];
  pressed  boolean[];
  last     integer := coalesce(array_length(p_requests, 1), 0);
  at       integer := 1;
  stop     integer;
  account  integer;
  failed   integer;
  extra    bigint;
BEGIN
  INSERT INTO metering.instances AS i (id, function) VALUES (p_instance, p_function)
  ON CONFLICT (id) DO UPDATE SET seen_at = clock_timestamp() WHERE i.retired_at IS NULL;
  retired := NOT FOUND;
  IF retired THEN RETURN; END IF;

  INSERT INTO metering.accounts (scope, subject_id, period, starts_on)
  SELECT * FROM unnest(p_scopes, p_subjects, p_periods, p_starts)
  ON CONFLICT DO NOTHING;
  PERFORM 1 FROM metering.accounts a JOIN unnest(p_scopes, p_subjects, p_periods, p_starts) AS k (scope, subject_id, period, starts_on)
     USING (scope, subject_id, period, starts_on)
   ORDER BY a.scope, a.subject_id, a.period, a.starts_on FOR NO KEY UPDATE OF a;

  -- a statement of its own, behind the locks: it sees what others committed while this one waited
  SELECT array_agg((metering.budget_of(k.scope, k.subject_id, k.period, 'HARD')).cap ORDER BY k.n),
         array_agg(a.settled + s.settled ORDER BY k.n),
         array_agg(s.outstanding ORDER BY k.n),
         array_agg(s.others ORDER BY k.n),
         array_agg(a.exact_until > clock_timestamp() ORDER BY k.n)
    INTO caps, settled, outstanding, others, exact
    FROM unnest(p_scopes, p_subjects, p_periods, p_starts) WITH ORDINALITY AS k (scope, subject_id, period, starts_on, n)
    JOIN metering.accounts a USING (scope, subject_id, period, starts_on)
   CROSS JOIN LATERAL (
      SELECT coalesce(sum(l.settled), 0)::bigint AS settled, coalesce(sum(l.outstanding), 0)::bigint AS outstanding,
             -- living, with money, and not known to hold only what requests reserved
             coalesce(bool_or(l.instance_id <> p_instance AND l.outstanding > 0
               AND (l.answered < a.recall OR a.exact_until <= clock_timestamp())
               AND EXISTS (SELECT FROM metering.instances i
                            WHERE i.id = l.instance_id AND i.retired_at IS NULL
                              AND i.seen_at > clock_timestamp() - interval '10 seconds')), false) AS others
        FROM metering.leases l
       WHERE l.scope = a.scope AND l.subject_id = a.subject_id AND l.period = a.period AND l.starts_on = a.starts_on) s;

  granted := array_fill(0::bigint, ARRAY[coalesce(array_length(p_scopes, 1), 0)]);
  pressed := array_fill(false, ARRAY[coalesce(array_length(p_scopes, 1), 0)]);
  failing := '{}';
  waiting := '{}';
  WHILE at <= last LOOP
    stop := at;
    failed := 0;
    WHILE stop <= last AND p_requests[stop] = p_requests[at] LOOP
      account := p_accounts[stop];
      IF failed = 0 AND settled[account] + outstanding[account] + p_needs[stop] > caps[account] THEN failed := account; END IF;
      stop := stop + 1;
    END LOOP;
    IF failed = 0 THEN
      FOR n IN at..stop - 1 LOOP
        account := p_accounts[n];
        outstanding[account] := outstanding[account] + p_needs[n];
        granted[account] := granted[account] + p_needs[n];
      END LOOP;
      waiting := waiting || false;
    ELSE
      pressed[failed] := true;
      waiting := waiting || others[failed];
    END IF;
    failing := failing || failed;
    at := stop;
  END LOOP;

  FOR n IN 1..coalesce(array_length(p_scopes, 1), 0) LOOP
    IF granted[n] > 0 AND NOT exact[n] AND NOT pressed[n] THEN
      -- ahead of need only while the cap is far: a sixteenth of what is left
      extra := least(p_ahead[n], (caps[n] - settled[n] - outstanding[n]) / 16);
      IF extra >= granted[n] THEN
        granted[n] := granted[n] + extra;
        outstanding[n] := outstanding[n] + extra;
      END IF;
    END IF;
    IF pressed[n] THEN exact[n] := true; END IF;
  END LOOP;

  UPDATE metering.accounts a
     SET recall = a.recall + CASE WHEN a.exact_until <= clock_timestamp() THEN 1 ELSE 0 END,
         exact_until = clock_timestamp() + interval '30 seconds'
    FROM unnest(p_scopes, p_subjects, p_periods, p_starts, pressed) AS k (scope, subject_id, period, starts_on, pressed)
   WHERE k.pressed AND a.scope = k.scope AND a.subject_id = k.subject_id AND a.period = k.period AND a.starts_on = k.starts_on;

  -- a row that holds nothing has nothing to give back, so it has answered already
  INSERT INTO metering.leases AS l (scope, subject_id, period, starts_on, instance_id, leased, answered)
  SELECT k.scope, k.subject_id, k.period, k.starts_on, p_instance, k.granted, a.recall
    FROM unnest(p_scopes, p_subjects, p_periods, p_starts, granted) AS k (scope, subject_id, period, starts_on, granted)
    JOIN metering.accounts a USING (scope, subject_id, period, starts_on)
   WHERE k.granted > 0
   ORDER BY 1, 2, 3, 4
  ON CONFLICT (scope, subject_id, period, starts_on, instance_id)
  DO UPDATE SET leased = l.leased + EXCLUDED.leased, updated_at = clock_timestamp(),
    answered = CASE WHEN l.leased <= l.released THEN EXCLUDED.answered ELSE l.answered END;
END $$;

-- Unused money comes back; `p_number` counts an instance's returns, `p_answers` are the recalls that this answers.
CREATE FUNCTION metering.give_back(
  p_instance uuid, p_number bigint, p_scopes text[], p_subjects uuid[], p_periods text[], p_starts date[], p_amounts bigint[], p_answers bigint[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  UPDATE metering.instances i SET gave_back = p_number WHERE i.id = p_instance AND i.gave_back < p_number;
  IF NOT FOUND THEN RETURN; END IF;
  -- the order in which settling takes the same rows
  PERFORM 1 FROM metering.leases l JOIN unnest(p_scopes, p_subjects, p_periods, p_starts) AS k (scope, subject_id, period, starts_on)
    USING (scope, subject_id, period, starts_on)
   WHERE l.instance_id = p_instance
   ORDER BY l.scope, l.subject_id, l.period, l.starts_on FOR NO KEY UPDATE OF l;
  UPDATE metering.leases l
     SET leased = greatest(l.leased - k.amount, 0), answered = greatest(l.answered, k.answer), updated_at = clock_timestamp()
    FROM unnest(p_scopes, p_subjects, p_periods, p_starts, p_amounts, p_answers) AS k (scope, subject_id, period, starts_on, amount, answer)
   WHERE l.scope = k.scope AND l.subject_id = k.subject_id AND l.period = k.period AND l.starts_on = k.starts_on
     AND l.instance_id = p_instance;
END $$;

-- An instance shows life and learns which of its leases are called back.
CREATE FUNCTION metering.beat(p_instance uuid)
RETURNS TABLE (retired boolean, scope text, subject_id uuid, period text, starts_on date, recall bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF EXISTS (SELECT FROM metering.instances i WHERE i.id = p_instance AND i.retired_at IS NOT NULL) THEN
    RETURN QUERY SELECT true, NULL::text, NULL::uuid, NULL::text, NULL::date, NULL::bigint;
    RETURN;
  END IF;
  UPDATE metering.instances i SET seen_at = clock_timestamp()
   WHERE i.id = p_instance AND i.seen_at < clock_timestamp() - interval '2 seconds' AND i.retired_at IS NULL;
  RETURN QUERY
    SELECT false, l.scope, l.subject_id, l.period, l.starts_on, a.recall
      FROM metering.leases l JOIN metering.accounts a USING (scope, subject_id, period, starts_on)
     WHERE l.instance_id = p_instance AND l.answered < a.recall AND l.outstanding > 0;
END $$;

-- Writes usage and settles, a whole group of requests in one transaction. A row that is there already charges nobody again.
--
-- p_ids .. p_outcomes: the rows. a_*: the (instance, account) pairs that pay, in order and each once.
-- c_events, c_accounts, c_releases: which row is charged to which pair, and how much reserved money it sets free there.
-- Gives the budgets that crossed their warning line or their cap, each for the first and only time.
CREATE FUNCTION metering.settle(
  p_ids uuid[], p_days date[], p_persons uuid[], p_groups uuid[], p_keys uuid[], p_tools uuid[], p_conversations uuid[],
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
      AS t (id, day, person_id, group_id, api_key_id, tool_id, conversation_id, request_id, attempt, provider, model,
        input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome, n)
  ), added AS (
    INSERT INTO metering.usage (id, at, day, person_id, group_id, api_key_id, tool_id, conversation_id, request_id, attempt, provider,
      model, input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome)
    SELECT id, uuid_extract_timestamp(id), day, person_id, group_id, api_key_id, tool_id, conversation_id, request_id, attempt, provider,
      model, input_tokens, cached_input_tokens, output_tokens, cost, first_token_millis, latency_millis, outcome
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

-- Notes the lines that accounts have crossed and that nobody was told of.
CREATE FUNCTION metering.cross_lines(a_scopes text[], a_subjects uuid[], a_periods text[], a_starts date[])
RETURNS TABLE (budget_id uuid, scope text, subject_id uuid, starts_on date, kind text)
LANGUAGE sql SET search_path = ''
AS $$
  WITH touched AS (
    SELECT DISTINCT * FROM unnest(a_scopes, a_subjects, a_periods, a_starts) AS k (scope, subject_id, period, starts_on)
  ), bounded AS (
    SELECT k.*, b.id, b.cap, b.warn_at
      FROM touched k JOIN metering.budgets b ON b.enabled AND b.scope = k.scope AND b.period = k.period
       AND (b.subject_id = k.subject_id OR b.subject_id IS NULL AND NOT EXISTS (
             SELECT FROM metering.budgets own WHERE own.enabled AND own.scope = b.scope AND own.period = b.period
                AND own.kind = b.kind AND own.subject_id = k.subject_id))
  ), crossed AS (
    SELECT b.*, line.kind FROM bounded b
     CROSS JOIN LATERAL (
       SELECT coalesce((SELECT a.settled FROM metering.accounts a WHERE a.scope = b.scope AND a.subject_id = b.subject_id
                          AND a.period = b.period AND a.starts_on = b.starts_on), 0)
            + coalesce((SELECT sum(l.settled) FROM metering.leases l WHERE l.scope = b.scope AND l.subject_id = b.subject_id
                          AND l.period = b.period AND l.starts_on = b.starts_on), 0) AS settled) s
     CROSS JOIN LATERAL (VALUES ('WARNED', b.cap::numeric * b.warn_at / 100), ('EXHAUSTED', b.cap::numeric)) AS line (kind, micros)
     WHERE s.settled > 0 AND s.settled >= line.micros
       AND NOT EXISTS (SELECT FROM metering.alerts t WHERE t.budget_id = b.id AND t.subject_id = b.subject_id
                          AND t.starts_on = b.starts_on AND t.kind = line.kind)
  ), told AS (
    INSERT INTO metering.alerts AS t (budget_id, subject_id, starts_on, kind)
    SELECT id, subject_id, starts_on, kind FROM crossed
    ON CONFLICT DO NOTHING
    RETURNING t.budget_id, t.subject_id, t.starts_on, t.kind
  )
  SELECT t.budget_id, b.scope, t.subject_id, t.starts_on, t.kind FROM told t JOIN metering.budgets b ON b.id = t.budget_id;
$$;

-- A refusal behind the warning line means that the budget is as good as empty: worth telling, once.
CREATE FUNCTION metering.note_refusal(p_scope text, p_subject uuid, p_period text, p_start date) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = ''
AS $$
  WITH budget AS (SELECT (metering.budget_of(p_scope, p_subject, p_period, 'HARD')).*)
  INSERT INTO metering.alerts AS t (budget_id, subject_id, starts_on, kind)
  SELECT b.id, p_subject, p_start, 'EXHAUSTED' FROM budget b
   WHERE b.id IS NOT NULL
     AND coalesce((SELECT a.settled FROM metering.accounts a WHERE a.scope = p_scope AND a.subject_id = p_subject
                      AND a.period = p_period AND a.starts_on = p_start), 0)
       + coalesce((SELECT sum(l.settled + l.outstanding) FROM metering.leases l WHERE l.scope = p_scope AND l.subject_id = p_subject
                      AND l.period = p_period AND l.starts_on = p_start), 0) >= b.cap::numeric * b.warn_at / 100
  ON CONFLICT DO NOTHING
  RETURNING t.budget_id;
$$;

-- Puts what a row has settled into its account and removes the row; rows with outstanding money stay.
CREATE FUNCTION metering.fold(p_instance uuid, p_idle interval) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE folded integer;
BEGIN
  WITH done AS (
    SELECT l.scope, l.subject_id, l.period, l.starts_on, l.instance_id FROM metering.leases l
     WHERE l.outstanding = 0 AND (p_instance IS NULL OR l.instance_id = p_instance) AND l.updated_at <= clock_timestamp() - p_idle
     ORDER BY 1, 2, 3, 4, 5 LIMIT 10000 FOR UPDATE SKIP LOCKED
  ), gone AS (
    DELETE FROM metering.leases l USING done d
     WHERE l.scope = d.scope AND l.subject_id = d.subject_id AND l.period = d.period AND l.starts_on = d.starts_on
       AND l.instance_id = d.instance_id
    RETURNING l.scope, l.subject_id, l.period, l.starts_on, l.settled
  )
  INSERT INTO metering.accounts AS a (scope, subject_id, period, starts_on, settled)
  SELECT scope, subject_id, period, starts_on, sum(settled) FROM gone GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
  ON CONFLICT (scope, subject_id, period, starts_on) DO UPDATE SET settled = a.settled + EXCLUDED.settled;
  GET DIAGNOSTICS folded = ROW_COUNT;
  RETURN folded;
END $$;

-- An instance ends: its sums stay, its name goes unless it leaves reservations behind.
CREATE FUNCTION metering.leave(p_instance uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM metering.fold(p_instance, interval '0');
  DELETE FROM metering.instances i
   WHERE i.id = p_instance AND NOT EXISTS (SELECT FROM metering.leases l WHERE l.instance_id = i.id);
  UPDATE metering.instances i SET retired_at = clock_timestamp() WHERE i.id = p_instance;
END $$;

-- For the sweep: instances that were silent for long are retired, which makes orphans of their leases. An orphan stays charged:
-- nobody knows whether its calls were paid. It goes a week after its period, when no cap counts it any more, or by release_orphan.
CREATE FUNCTION metering.reconcile(p_silent interval DEFAULT '10 minutes') RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE orphans integer;
BEGIN
  IF p_silent < interval '2 minutes' THEN RAISE EXCEPTION 'an instance may be silent for two minutes'; END IF;
  UPDATE metering.instances i SET retired_at = clock_timestamp()
   WHERE i.retired_at IS NULL AND i.seen_at < clock_timestamp() - p_silent;
  PERFORM metering.fold(NULL, interval '10 minutes');
  UPDATE metering.leases l SET leased = l.released
   WHERE l.outstanding > 0
     AND l.starts_on + CASE l.period WHEN 'DAY' THEN interval '1 day' ELSE interval '1 month' END < now() - interval '7 days';
  DELETE FROM metering.instances i
   WHERE i.retired_at < clock_timestamp() - interval '1 day'
     AND NOT EXISTS (SELECT FROM metering.leases l WHERE l.instance_id = i.id);
  SELECT count(*) INTO orphans FROM metering.leases l JOIN metering.instances i ON i.id = l.instance_id
   WHERE i.retired_at IS NOT NULL AND l.outstanding > 0;
  RETURN orphans;
END $$;

-- An administrator who knows that the money was not spent lets an orphan go.
CREATE FUNCTION metering.release_orphan(p_instance uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE rows bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM metering.instances i WHERE i.id = p_instance AND i.retired_at IS NOT NULL) THEN RETURN 0; END IF;
  UPDATE metering.leases l SET leased = l.released, updated_at = clock_timestamp() WHERE l.instance_id = p_instance AND l.outstanding > 0;
  GET DIAGNOSTICS rows = ROW_COUNT;
  RETURN rows;
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA metering FROM PUBLIC;
-- budgets' caps are no secret from the function that enforces them; what people spent is
GRANT SELECT ON metering.company, metering.exchange_rates, metering.budgets TO chat_rt;
GRANT EXECUTE ON FUNCTION
  metering.lease(uuid, text, text[], uuid[], text[], date[], bigint[], integer[], integer[], bigint[]),
  metering.give_back(uuid, bigint, text[], uuid[], text[], date[], bigint[], bigint[]), metering.beat(uuid), metering.leave(uuid),
  metering.settle(uuid[], date[], uuid[], uuid[], uuid[], uuid[], uuid[], uuid[], integer[], text[], text[], bigint[], bigint[],
    bigint[], bigint[], integer[], integer[], text[], text[], uuid[], text[], date[], uuid[], integer[], integer[], bigint[]),
  metering.note_refusal(text, uuid, text, date) TO chat_rt;

GRANT SELECT ON metering.company, metering.exchange_rates, metering.budgets, metering.usage, metering.accounts, metering.instances,
  metering.leases, metering.alerts TO reporting_rt;
GRANT INSERT, UPDATE, DELETE ON metering.budgets, metering.exchange_rates TO reporting_rt;
GRANT UPDATE (currency, time_zone) ON metering.company TO reporting_rt;
GRANT EXECUTE ON FUNCTION metering.budget_of(text, uuid, text, text), metering.reconcile(interval), metering.release_orphan(uuid),
  metering.make_partitions(integer), metering.drop_old_usage(integer) TO reporting_rt;

-- Reports name people and groups; the function knows its callers as every function does.
GRANT USAGE ON SCHEMA identity TO reporting_rt;
GRANT SELECT ON identity.users, identity.groups TO reporting_rt;
GRANT EXECUTE ON FUNCTION identity.current_user_id(), identity.groups_of(uuid),
  identity.provision(text, text, text, text, text[]) TO reporting_rt;
