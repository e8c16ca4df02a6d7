-- One more kind of entry: the models of a routing policy, best first. Its id is the policy's code.
ALTER TABLE models.entries DROP CONSTRAINT entries_kind_check;
ALTER TABLE models.entries ADD CONSTRAINT entries_kind_check CHECK (kind IN ('PROVIDER', 'MODEL', 'DEFAULT', 'CACHE', 'POLICY'));

-- Who changed what, for good: an entry itself knows only its last change. Of a key there is its provider, never the key.
CREATE TABLE models.changes (
  id       uuid PRIMARY KEY DEFAULT uuidv7(),
  at       timestamptz NOT NULL DEFAULT now(),
  actor_id uuid DEFAULT identity.current_user_id(),
  action   text NOT NULL CHECK (action IN ('put', 'removed')),
  kind     text NOT NULL,
  subject  text NOT NULL,
  body     jsonb
);
COMMENT ON COLUMN models.changes.actor_id IS 'null: the operator, by hand';
CREATE INDEX changes_of ON models.changes (kind, subject, id DESC);
GRANT SELECT, INSERT ON models.changes TO chat_rt;
ALTER TABLE models.changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE models.changes FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON models.changes FOR SELECT TO chat_rt
  USING ((SELECT identity.has_role('admin')) OR (SELECT identity.has_role('auditor')));
CREATE POLICY note ON models.changes FOR INSERT TO chat_rt
  WITH CHECK (actor_id = (SELECT identity.current_user_id()) AND (SELECT identity.has_role('admin')));

-- The database notes it, also when the code forgets to.
CREATE FUNCTION models.note_change() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
DECLARE
  gone boolean := TG_OP = 'DELETE';
  line jsonb := CASE WHEN gone THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
BEGIN
  INSERT INTO models.changes (action, kind, subject, body) VALUES (
    CASE WHEN gone THEN 'removed' ELSE 'put' END,
    CASE TG_TABLE_NAME WHEN 'entries' THEN line ->> 'kind' WHEN 'keys' THEN 'KEY' ELSE 'PATTERN' END,
    CASE TG_TABLE_NAME WHEN 'entries' THEN line ->> 'id' WHEN 'keys' THEN line ->> 'provider' ELSE line ->> 'name' END,
    CASE TG_TABLE_NAME
      WHEN 'entries' THEN line -> 'body'
      WHEN 'mask_patterns' THEN jsonb_build_object('regex', line ->> 'regex', 'label', line ->> 'label')
    END);
  RETURN NULL;
END $$;
CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON models.entries FOR EACH ROW EXECUTE FUNCTION models.note_change();
CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON models.keys FOR EACH ROW EXECUTE FUNCTION models.note_change();
CREATE TRIGGER noted AFTER INSERT OR UPDATE OR DELETE ON models.mask_patterns FOR EACH ROW EXECUTE FUNCTION models.note_change();
