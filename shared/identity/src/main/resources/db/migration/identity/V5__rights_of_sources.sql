-- Documents that come from elsewhere may bring rights of their own: an acl that only the documents
-- function's worker writes, and that nobody owns, so that nobody widens it by hand.
ALTER TABLE identity.acls ADD COLUMN mapped boolean NOT NULL DEFAULT false;
CREATE INDEX users_by_address ON identity.users (lower(email)) WHERE kind = 'person';

CREATE FUNCTION identity.is_documents_worker() RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
RETURN identity.current_user_id() IS NULL
  AND coalesce(current_setting('app.worker', true), '') = 'documents';

-- Readers by address; null makes a new acl. An address that nobody here has gives nothing: a group is
-- known by its address as its name, everyone only when the source says so.
CREATE FUNCTION identity.map_acl(p_acl bigint, p_people text[], p_groups text[], p_everyone boolean) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  made bigint := p_acl;
  people uuid[];
  groups uuid[];
BEGIN
  IF NOT identity.is_documents_worker() THEN
    RAISE EXCEPTION 'only for the worker' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF made IS NULL THEN
    INSERT INTO identity.acls (mapped) VALUES (true) RETURNING id INTO made;
  ELSE
    PERFORM FROM identity.acls WHERE id = made AND mapped FOR UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'not a mapped acl' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  people := ARRAY(SELECT u.id FROM identity.users u
    WHERE u.kind = 'person' AND lower(u.email) IN (SELECT lower(p) FROM unnest(p_people) p WHERE p <> ''));
  groups := ARRAY(SELECT g.id FROM identity.groups g
    WHERE lower(g.name) IN (SELECT lower(p) FROM unnest(p_groups) p WHERE p <> ''));
  DELETE FROM identity.grants g WHERE g.acl_id = made AND CASE g.subject_kind
    WHEN 'person' THEN NOT g.subject_id = ANY (people)
    WHEN 'group' THEN NOT g.subject_id = ANY (groups)
    ELSE NOT p_everyone END;
  INSERT INTO identity.grants (acl_id, subject_kind, subject_id, role)
    SELECT made, 'person', p, 'reader' FROM unnest(people) p
    UNION ALL SELECT made, 'group', g, 'reader' FROM unnest(groups) g
    UNION ALL SELECT made, 'everyone', NULL, 'reader' WHERE p_everyone
  ON CONFLICT DO NOTHING;
  RETURN made;
END $$;

CREATE FUNCTION identity.drop_mapped_acl(p_acl bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT identity.is_documents_worker() THEN
    RAISE EXCEPTION 'only for the worker' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM identity.acls WHERE id = p_acl AND mapped;
END $$;

-- Nobody signed in is not yet the worker that finishes a deletion.
CREATE OR REPLACE FUNCTION identity.delete_acl(acl bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  IF NOT identity.is_documents_worker() AND NOT acl = ANY (identity.owned_acls()) THEN
    RAISE EXCEPTION 'not an owner' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM identity.acls WHERE id = acl;
END $$;

REVOKE EXECUTE ON FUNCTION identity.is_documents_worker(), identity.map_acl(bigint, text[], text[], boolean),
  identity.drop_mapped_acl(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.is_documents_worker(), identity.map_acl(bigint, text[], text[], boolean),
  identity.drop_mapped_acl(bigint) TO documents_rt;
