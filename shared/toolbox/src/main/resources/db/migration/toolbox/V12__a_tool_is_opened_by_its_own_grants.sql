-- The shelf and releases are read one at a time: by the grants on that one. The store's list reads listings, whose rights are gathered once.
ALTER POLICY visible ON toolbox.shelf
  USING (identity.may_see(acl_id) AND (canary IS DISTINCT FROM number OR toolbox.drawn(tool_id, acl_id, percent)));
ALTER POLICY live ON toolbox.releases
  USING (identity.may_see(acl_id)
    AND EXISTS (SELECT FROM toolbox.shelf s WHERE s.tool_id = releases.tool_id
      AND (s.number = releases.number OR s.canary = releases.number AND toolbox.drawn(s.tool_id, s.acl_id, s.percent))));
