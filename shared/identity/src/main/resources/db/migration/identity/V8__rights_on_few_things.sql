-- Rights on one thing or a page of things, by the grants on just these: what reads few rows need not gather all rights of its reader, thousands.

-- Whether the caller may see what has this acl; what visible_acls() holds.
CREATE FUNCTION identity.may_see(p_acl bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT identity.current_user_id() IS NOT NULL AND EXISTS (
    SELECT FROM identity.grants v WHERE v.acl_id = p_acl AND v.role = ANY (ARRAY['reader', 'editor', 'owner'])
       AND (v.subject_kind = 'everyone'
         OR v.subject_kind = 'person' AND v.subject_id = identity.current_user_id()
         OR v.subject_kind = 'group' AND v.subject_id = ANY (ARRAY(SELECT identity.groups_of(identity.current_user_id())))));
END;

-- Who owns the things of a page longest, one row each, of those that the caller may see.
CREATE FUNCTION identity.owners_of(p_acls bigint[])
RETURNS TABLE (owned bigint, subject_kind text, subject_id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT DISTINCT ON (g.acl_id) g.acl_id, g.subject_kind, g.subject_id, coalesce(u.name, r.name, '')
    FROM identity.grants g
    LEFT JOIN identity.users u ON g.subject_kind = 'person' AND u.id = g.subject_id
    LEFT JOIN identity.groups r ON g.subject_kind = 'group' AND r.id = g.subject_id
   WHERE g.acl_id = ANY (p_acls) AND g.role = 'owner' AND identity.current_user_id() IS NOT NULL
     AND EXISTS (SELECT FROM identity.grants v
       WHERE v.acl_id = g.acl_id AND v.role = ANY (ARRAY['reader', 'editor', 'owner'])
         AND (v.subject_kind = 'everyone'
           OR v.subject_kind = 'person' AND v.subject_id = identity.current_user_id()
           OR v.subject_kind = 'group' AND v.subject_id = ANY (ARRAY(SELECT identity.groups_of(identity.current_user_id())))))
   ORDER BY g.acl_id, g.id;
END;

REVOKE EXECUTE ON FUNCTION identity.may_see(bigint), identity.owners_of(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.may_see(bigint) TO publishing_rt, chat_rt;
GRANT EXECUTE ON FUNCTION identity.owners_of(bigint[]) TO publishing_rt;
