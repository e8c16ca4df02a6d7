-- Who makes a tool names collections that they may read, and nothing of what is in them.
GRANT USAGE ON SCHEMA knowledge TO publishing_rt;
GRANT SELECT (id, acl_id, deleted_at) ON knowledge.collections TO publishing_rt;
CREATE POLICY maker_of_tools ON knowledge.collections FOR SELECT TO publishing_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
