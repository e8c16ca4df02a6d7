-- For policies of other schemas: whether the caller has a role, asked once a statement.
CREATE FUNCTION identity.has_role(wanted text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN EXISTS (
  SELECT FROM identity.user_roles WHERE user_id = identity.current_user_id() AND role = wanted
);
GRANT EXECUTE ON FUNCTION identity.has_role(text) TO PUBLIC;
