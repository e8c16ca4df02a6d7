-- What people may choose follows from the keys and the environment of who answers, which nobody else knows: it tells it here. Nothing of it is secret.
CREATE TABLE models.choices (
  teller  text PRIMARY KEY CHECK (length(teller) BETWEEN 1 AND 200),
  ids     text[] NOT NULL,
  told_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN models.choices.teller IS 'the revision that serves: two may at once, with other environments';

ALTER TABLE models.choices ENABLE ROW LEVEL SECURITY;
ALTER TABLE models.choices FORCE ROW LEVEL SECURITY;
-- the function by itself, for nobody
CREATE POLICY teller ON models.choices TO chat_rt
  USING ((SELECT identity.current_user_id()) IS NULL) WITH CHECK ((SELECT identity.current_user_id()) IS NULL);
CREATE POLICY read ON models.choices FOR SELECT TO publishing_rt USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON models.choices TO chat_rt;
GRANT USAGE ON SCHEMA models TO publishing_rt;
GRANT SELECT ON models.choices TO publishing_rt;

-- Whether nobody can choose a model or policy: no revision that serves knows it. False for none, and as long as nobody has told.
CREATE FUNCTION models.is_gone(model text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
RETURN model IS NOT NULL AND EXISTS (SELECT FROM models.choices)
  AND NOT EXISTS (SELECT FROM models.choices c WHERE model = ANY (c.ids));
REVOKE EXECUTE ON FUNCTION models.is_gone(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION models.is_gone(text) TO publishing_rt;
