-- What administrators set: the shipped catalogue is data of the program, here is what differs.
GRANT USAGE ON SCHEMA models TO chat_rt, reporting_rt;

CREATE TABLE models.entries (
  kind       text NOT NULL CHECK (kind IN ('PROVIDER', 'MODEL')),
  id         text NOT NULL CHECK (id ~ '^[a-z0-9][a-z0-9._:-]{0,63}$'),
  body       jsonb NOT NULL CHECK (pg_column_size(body) < 16384),
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid NOT NULL,
  PRIMARY KEY (kind, id)
);

-- Sealed by the function; the hint is the key's last four characters, so that people can tell keys apart.
CREATE TABLE models.keys (
  provider   text PRIMARY KEY,
  sealed     bytea NOT NULL,
  hint       text NOT NULL CHECK (length(hint) <= 4),
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid NOT NULL
);

CREATE TABLE models.mask_patterns (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  name       text NOT NULL UNIQUE,
  regex      text NOT NULL,
  label      text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL
);

-- Everybody's requests read them; only administrators change them, also when the code forgets to ask.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['entries', 'keys', 'mask_patterns'] LOOP
    EXECUTE format('ALTER TABLE models.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE models.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY read ON models.%I FOR SELECT USING (true)', t);
    EXECUTE format($p$CREATE POLICY change ON models.%I FOR ALL TO chat_rt
      USING ((SELECT identity.has_role('admin'))) WITH CHECK ((SELECT identity.has_role('admin')))$p$, t);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON models.entries, models.keys, models.mask_patterns TO chat_rt;
GRANT SELECT ON models.entries TO reporting_rt;
