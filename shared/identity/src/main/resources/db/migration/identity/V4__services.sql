-- A service is a row among people that nobody can sign in as: it has rights, groups, budgets and keys as a person has.
ALTER TABLE identity.users ADD COLUMN kind text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'service'));

CREATE FUNCTION identity.is_service(p_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (SELECT FROM identity.users WHERE id = p_id AND kind = 'service');

-- Null when the name is taken. No provider can issue tokens for this issuer.
CREATE FUNCTION identity.create_service(p_name text) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE made uuid;
BEGIN
  IF NOT identity.has_role('admin') THEN
    RAISE EXCEPTION 'not an administrator' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO identity.users (issuer, subject, email, name, kind)
       VALUES ('madang:services', lower(p_name), '', p_name, 'service')
  ON CONFLICT (issuer, subject) DO NOTHING RETURNING id INTO made;
  IF made IS NOT NULL THEN
    INSERT INTO identity.user_roles (user_id, role) VALUES (made, 'member');
  END IF;
  RETURN made;
END $$;

CREATE POLICY services ON identity.api_keys FOR INSERT TO auth_rt
  WITH CHECK ((SELECT identity.has_role('admin')) AND identity.is_service(user_id));

-- What only a group owns would belong to nobody without it; the rows are held, so that no other owner goes meanwhile.
CREATE FUNCTION identity.owns_alone(p_group uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE alone boolean;
BEGIN
  PERFORM FROM identity.grants o
    WHERE o.role = 'owner' AND o.acl_id IN (
      SELECT g.acl_id FROM identity.grants g WHERE g.subject_kind = 'group' AND g.subject_id = p_group AND g.role = 'owner')
    ORDER BY o.id FOR UPDATE;
  SELECT EXISTS (
    SELECT FROM identity.grants g
     WHERE g.subject_kind = 'group' AND g.subject_id = p_group AND g.role = 'owner'
       AND NOT EXISTS (SELECT FROM identity.grants o WHERE o.acl_id = g.acl_id AND o.role = 'owner' AND o.id <> g.id))
    INTO alone;
  RETURN alone;
END $$;

REVOKE EXECUTE ON FUNCTION identity.is_service(uuid), identity.create_service(text), identity.owns_alone(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.is_service(uuid), identity.create_service(text), identity.owns_alone(uuid) TO auth_rt;
