-- Keys for programs that act for a person, and people who may not act for now.
ALTER TABLE identity.users ADD COLUMN suspended_at timestamptz;
GRANT UPDATE (suspended_at) ON identity.users TO auth_rt;
CREATE POLICY administrators_suspend ON identity.users FOR UPDATE TO auth_rt
  USING ((SELECT identity.has_role('admin'))) WITH CHECK ((SELECT identity.has_role('admin')));

-- Of a key only its hash is kept: 256 random bits need no salt and no slow hash.
CREATE TABLE identity.api_keys (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  user_id    uuid NOT NULL DEFAULT identity.current_user_id() REFERENCES identity.users ON DELETE CASCADE,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  hash       bytea NOT NULL UNIQUE CHECK (length(hash) = 32),
  hint       text NOT NULL CHECK (length(hint) = 4),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz
);
CREATE INDEX api_keys_of ON identity.api_keys (user_id, id);
ALTER TABLE identity.api_keys ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.api_keys FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON identity.api_keys TO auth_rt
  USING (user_id = (SELECT identity.current_user_id())) WITH CHECK (user_id = (SELECT identity.current_user_id()));
CREATE POLICY administrators ON identity.api_keys TO auth_rt USING ((SELECT identity.has_role('admin')))
  WITH CHECK (user_id = (SELECT identity.current_user_id()) OR revoked_at IS NOT NULL);
-- the owner's functions below read all of them
CREATE POLICY definer ON identity.api_keys FOR SELECT TO CURRENT_USER USING (true);
GRANT SELECT, INSERT ON identity.api_keys TO auth_rt;
GRANT UPDATE (revoked_at) ON identity.api_keys TO auth_rt;

-- Whom a key acts for: nobody when it is unknown, expired or revoked, or the person is suspended.
CREATE FUNCTION identity.key_owner(p_hash bytea)
RETURNS TABLE (key_id uuid, id uuid, email text, name text, roles text[], groups uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT k.id, u.id, u.email, u.name,
         coalesce((SELECT array_agg(r.role) FROM identity.user_roles r WHERE r.user_id = u.id), '{}'),
         coalesce((SELECT array_agg(g) FROM identity.groups_of(u.id) g), '{}')
    FROM identity.api_keys k JOIN identity.users u ON u.id = k.user_id
   WHERE k.hash = p_hash AND k.revoked_at IS NULL AND k.expires_at > now() AND u.suspended_at IS NULL;
END;

CREATE FUNCTION identity.is_suspended(person uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (SELECT FROM identity.users WHERE id = person AND suspended_at IS NOT NULL);

REVOKE EXECUTE ON FUNCTION identity.key_owner(bytea), identity.is_suspended(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.key_owner(bytea) TO chat_rt;
GRANT EXECUTE ON FUNCTION identity.is_suspended(uuid) TO auth_rt, documents_rt, chat_rt, reporting_rt;
