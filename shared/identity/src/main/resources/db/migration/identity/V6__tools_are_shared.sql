-- Tools are shared as collections are: by an acl each, whose grants their owners write.
GRANT USAGE ON SCHEMA identity TO publishing_rt;
GRANT EXECUTE ON FUNCTION identity.current_user_id(), identity.groups_of(uuid), identity.acls_with(text[]),
  identity.visible_acls(), identity.editable_acls(), identity.owned_acls(), identity.create_acl(), identity.delete_acl(bigint),
  identity.provision(text, text, text, text, text[]), identity.is_suspended(uuid) TO publishing_rt;
GRANT SELECT ON identity.users, identity.groups TO publishing_rt;
ALTER POLICY visible ON identity.grants TO documents_rt, publishing_rt;
ALTER POLICY owner_adds ON identity.grants TO documents_rt, publishing_rt;
ALTER POLICY owner_changes ON identity.grants TO documents_rt, publishing_rt;
ALTER POLICY owner_removes ON identity.grants TO documents_rt, publishing_rt;
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.grants TO publishing_rt;
