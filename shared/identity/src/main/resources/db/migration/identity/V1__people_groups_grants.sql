GRANT USAGE ON SCHEMA identity TO auth_rt, documents_rt, ingestion_rt, embedding_rt, chat_rt;

CREATE TABLE identity.users (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  issuer     text NOT NULL,
  subject    text NOT NULL,
  email      text NOT NULL,
  name       text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (issuer, subject)
);
CREATE INDEX users_by_name ON identity.users (name, id);

CREATE TABLE identity.user_roles (
  user_id uuid NOT NULL REFERENCES identity.users ON DELETE CASCADE,
  role    text NOT NULL CHECK (role IN ('member', 'builder', 'reviewer', 'admin', 'auditor')),
  PRIMARY KEY (user_id, role)
);

CREATE TABLE identity.groups (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  name       text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- A member is a person or a group.
CREATE TABLE identity.group_members (
  group_id     uuid NOT NULL REFERENCES identity.groups ON DELETE CASCADE,
  member_user  uuid REFERENCES identity.users ON DELETE CASCADE,
  member_group uuid REFERENCES identity.groups ON DELETE CASCADE,
  CHECK (num_nonnulls(member_user, member_group) = 1),
  CHECK (member_group <> group_id)
);
CREATE UNIQUE INDEX group_members_user ON identity.group_members (member_user, group_id) WHERE member_user IS NOT NULL;
CREATE UNIQUE INDEX group_members_group ON identity.group_members (member_group, group_id) WHERE member_group IS NOT NULL;
CREATE INDEX group_members_of ON identity.group_members (group_id);

-- What may be shared carries an acl_id; sharing touches a row here and none there.
CREATE TABLE identity.acls (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY
);
CREATE TABLE identity.grants (
  id           uuid PRIMARY KEY DEFAULT uuidv7(),
  acl_id       bigint NOT NULL REFERENCES identity.acls ON DELETE CASCADE,
  subject_kind text NOT NULL CHECK (subject_kind IN ('person', 'group', 'everyone')),
  subject_id   uuid,
  role         text NOT NULL CHECK (role IN ('reader', 'editor', 'owner')),
  created_at   timestamptz NOT NULL DEFAULT now(),
  CHECK ((subject_kind = 'everyone') = (subject_id IS NULL)),
  -- everyone may read or edit, but what everyone owns nobody answers for
  CHECK (subject_kind <> 'everyone' OR role <> 'owner'),
  UNIQUE NULLS NOT DISTINCT (acl_id, subject_kind, subject_id)
);
CREATE INDEX grants_by_subject ON identity.grants (subject_kind, subject_id) INCLUDE (acl_id, role);

-- Who calls: set by the runtime at the start of each transaction; unset means nobody.
CREATE FUNCTION identity.current_user_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.user_id', true), '')::uuid;

-- The groups that hold a person, directly or through other groups.
CREATE FUNCTION identity.groups_of(person uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  WITH RECURSIVE holding(group_id) AS (
    SELECT group_id FROM identity.group_members WHERE member_user = person
    UNION
    SELECT m.group_id FROM identity.group_members m JOIN holding h ON m.member_group = h.group_id
  )
  SELECT group_id FROM holding;
END;

CREATE FUNCTION identity.acls_with(roles text[]) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT coalesce(array_agg(DISTINCT g.acl_id), '{}')
    FROM identity.grants g
   WHERE identity.current_user_id() IS NOT NULL
     AND g.role = ANY (roles)
     AND (   g.subject_kind = 'everyone'
          OR g.subject_kind = 'person' AND g.subject_id = identity.current_user_id()
          OR g.subject_kind = 'group' AND g.subject_id IN (SELECT identity.groups_of(identity.current_user_id())));
END;

CREATE FUNCTION identity.visible_acls() RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC SELECT identity.acls_with(ARRAY['reader', 'editor', 'owner']); END;

CREATE FUNCTION identity.editable_acls() RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC SELECT identity.acls_with(ARRAY['editor', 'owner']); END;

CREATE FUNCTION identity.owned_acls() RETURNS bigint[]
LANGUAGE sql STABLE SET search_path = ''
BEGIN ATOMIC SELECT identity.acls_with(ARRAY['owner']); END;

-- A new acl, owned by the caller.
CREATE FUNCTION identity.create_acl() RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE made bigint;
BEGIN
  IF identity.current_user_id() IS NULL THEN
    RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO identity.acls DEFAULT VALUES RETURNING id INTO made;
  INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
       VALUES (made, 'person', identity.current_user_id(), 'owner');
  RETURN made;
END $$;

-- For owners, and for workers that finish a deletion.
CREATE FUNCTION identity.delete_acl(acl bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF identity.current_user_id() IS NOT NULL AND NOT acl = ANY (identity.owned_acls()) THEN
    RAISE EXCEPTION 'not an owner' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM identity.acls WHERE id = acl;
END $$;

-- Makes a person at their first call; afterwards only name and address follow the provider.
CREATE FUNCTION identity.provision(p_issuer text, p_subject text, p_email text, p_name text, p_roles text[])
RETURNS TABLE (id uuid, email text, name text, roles text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE person identity.users;
BEGIN
  SELECT * INTO person FROM identity.users u WHERE u.issuer = p_issuer AND u.subject = p_subject;
  IF NOT FOUND THEN
    INSERT INTO identity.users (issuer, subject, email, name)
         VALUES (p_issuer, p_subject, p_email, p_name)
    ON CONFLICT (issuer, subject) DO NOTHING
      RETURNING * INTO person;
    IF FOUND THEN
      INSERT INTO identity.user_roles (user_id, role) SELECT person.id, unnest(p_roles);
    ELSE
      SELECT * INTO person FROM identity.users u WHERE u.issuer = p_issuer AND u.subject = p_subject;
    END IF;
  ELSIF person.email <> p_email OR person.name <> p_name THEN
    UPDATE identity.users u SET email = p_email, name = p_name WHERE u.id = person.id RETURNING * INTO person;
  END IF;
  RETURN QUERY
    SELECT person.id, person.email, person.name,
           coalesce((SELECT array_agg(r.role ORDER BY r.role) FROM identity.user_roles r WHERE r.user_id = person.id), '{}');
END $$;

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA identity FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.current_user_id(), identity.groups_of(uuid), identity.acls_with(text[]),
  identity.visible_acls(), identity.editable_acls(), identity.owned_acls() TO auth_rt, documents_rt, ingestion_rt, embedding_rt, chat_rt;
GRANT EXECUTE ON FUNCTION identity.provision(text, text, text, text, text[]) TO auth_rt, documents_rt, chat_rt;
GRANT EXECUTE ON FUNCTION identity.create_acl(), identity.delete_acl(bigint) TO documents_rt;

-- The directory is for colleagues: names and addresses, to share with.
ALTER TABLE identity.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON identity.users FOR SELECT USING ((SELECT identity.current_user_id()) IS NOT NULL);
GRANT SELECT ON identity.users TO auth_rt, documents_rt, chat_rt;
ALTER TABLE identity.groups ENABLE ROW LEVEL SECURITY;
CREATE POLICY colleagues ON identity.groups USING ((SELECT identity.current_user_id()) IS NOT NULL);
GRANT SELECT ON identity.groups TO auth_rt, documents_rt;
GRANT INSERT, UPDATE, DELETE ON identity.groups TO auth_rt;
GRANT SELECT, INSERT, DELETE ON identity.group_members, identity.user_roles TO auth_rt;

-- A group's grants go with it.
CREATE FUNCTION identity.drop_group_grants() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$ BEGIN DELETE FROM identity.grants WHERE subject_kind = 'group' AND subject_id = OLD.id; RETURN OLD; END $$;
CREATE TRIGGER drop_group_grants AFTER DELETE ON identity.groups FOR EACH ROW EXECUTE FUNCTION identity.drop_group_grants();

ALTER TABLE identity.grants ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON identity.grants FOR SELECT TO documents_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
CREATE POLICY owner_adds ON identity.grants FOR INSERT TO documents_rt
  WITH CHECK (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
CREATE POLICY owner_changes ON identity.grants FOR UPDATE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
CREATE POLICY owner_removes ON identity.grants FOR DELETE TO documents_rt
  USING (acl_id = ANY ((SELECT identity.owned_acls())::bigint[]));
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.grants TO documents_rt;
