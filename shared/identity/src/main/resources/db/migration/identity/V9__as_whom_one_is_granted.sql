-- A thing of which many are listed keeps the subjects of its grants beside what it shows: whether the caller may see it is then
-- read on the row, and no list gathers thousands of rights to show a page.

-- As whom the caller is granted things: as one of all (the nil UUID), as themselves, and as each group that holds them. Null for nobody.
CREATE FUNCTION identity.principals() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT CASE WHEN identity.current_user_id() IS NOT NULL
    THEN ARRAY['00000000-0000-0000-0000-000000000000', identity.current_user_id()]
      || ARRAY(SELECT identity.groups_of(identity.current_user_id())) END;
END;

-- To whom something is granted, in the words of principals(). Holds the acl until the transaction ends: two that change its grants at
-- once keep their subjects one after the other, and each reads what the one before did.
CREATE FUNCTION identity.subjects_of(p_acl bigint) RETURNS uuid[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = ''
AS $$
BEGIN
  PERFORM FROM identity.acls WHERE id = p_acl FOR NO KEY UPDATE;
  RETURN ARRAY(SELECT coalesce(subject_id, '00000000-0000-0000-0000-000000000000') FROM identity.grants
                WHERE acl_id = p_acl AND role = ANY (ARRAY['reader', 'editor', 'owner']));
END $$;

REVOKE EXECUTE ON FUNCTION identity.principals(), identity.subjects_of(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.principals() TO publishing_rt;
