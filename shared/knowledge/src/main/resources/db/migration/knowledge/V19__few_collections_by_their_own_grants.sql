-- Publishing reads the few collections that a tool names: by the grants on just these.
ALTER POLICY maker_of_tools ON knowledge.collections USING (identity.may_see(acl_id));
