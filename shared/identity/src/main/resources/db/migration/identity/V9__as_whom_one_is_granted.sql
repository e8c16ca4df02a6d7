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

REVOKE EXECUTE ON FUNCTION identity.principals() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.principals() TO publishing_rt;
