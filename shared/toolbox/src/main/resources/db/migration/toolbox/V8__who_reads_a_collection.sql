-- Which live tools read a collection, for its page; and what tools are called, for reports.

GRANT USAGE ON SCHEMA toolbox TO documents_rt, reporting_rt;
GRANT EXECUTE ON FUNCTION identity.current_user_id(), identity.acls_with(text[]), identity.visible_acls() TO reporting_rt;

-- One row for each collection of what is live. Equality of uuids is leakproof, so the key is searched before the policy is asked.
CREATE TABLE toolbox.readings (
  collection_id uuid NOT NULL,
  tool_id       uuid NOT NULL REFERENCES toolbox.shelf ON DELETE CASCADE,
  number        integer NOT NULL,
  acl_id        bigint NOT NULL,
  PRIMARY KEY (collection_id, tool_id)
);
CREATE INDEX readings_of_tool ON toolbox.readings (tool_id);

-- Whoever puts a release on the shelf may read it, and need not be able to write here.
CREATE FUNCTION toolbox.note_readings(tool uuid, release integer, acl bigint, collections uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  DELETE FROM toolbox.readings WHERE tool_id = tool;
  INSERT INTO toolbox.readings (collection_id, tool_id, number, acl_id)
       SELECT DISTINCT unnest(collections), tool, release, acl;
END;
REVOKE EXECUTE ON FUNCTION toolbox.note_readings(uuid, integer, bigint, uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.note_readings(uuid, integer, bigint, uuid[]) TO publishing_rt;

CREATE FUNCTION toolbox.shelved() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM toolbox.note_readings(r.tool_id, r.number, r.acl_id, r.collection_ids)
     FROM toolbox.releases r WHERE r.tool_id = NEW.tool_id AND r.number = NEW.number;
  RETURN NULL;
END $$;
CREATE TRIGGER shelved AFTER INSERT OR UPDATE OF number ON toolbox.shelf FOR EACH ROW EXECUTE FUNCTION toolbox.shelved();

ALTER TABLE toolbox.shelf NO FORCE ROW LEVEL SECURITY;
ALTER TABLE toolbox.releases NO FORCE ROW LEVEL SECURITY;
INSERT INTO toolbox.readings (collection_id, tool_id, number, acl_id)
SELECT DISTINCT unnest(r.collection_ids), r.tool_id, r.number, r.acl_id
  FROM toolbox.shelf s JOIN toolbox.releases r ON r.tool_id = s.tool_id AND r.number = s.number;
ALTER TABLE toolbox.shelf FORCE ROW LEVEL SECURITY;
ALTER TABLE toolbox.releases FORCE ROW LEVEL SECURITY;

ALTER TABLE toolbox.readings ENABLE ROW LEVEL SECURITY;
CREATE POLICY visible ON toolbox.readings FOR SELECT TO documents_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
-- who owns a collection may know that it is read, not by what
CREATE POLICY owner_of_collection ON toolbox.readings FOR SELECT TO documents_rt
  USING (EXISTS (SELECT FROM knowledge.collections c WHERE c.id = readings.collection_id
    AND c.acl_id = ANY ((SELECT identity.owned_acls())::bigint[])));
GRANT SELECT ON toolbox.readings TO documents_rt;

GRANT SELECT (tool_id, number, acl_id, name_ko, name_en, icon) ON toolbox.releases TO documents_rt, reporting_rt;
GRANT SELECT (id, name_ko, name_en) ON toolbox.tools TO reporting_rt;
CREATE POLICY reader ON toolbox.releases FOR SELECT TO documents_rt, reporting_rt
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[]));
-- who sees what everybody used, sees what it is called; scheduled reports are made for nobody
CREATE FUNCTION toolbox.sees_all() RETURNS boolean
LANGUAGE sql STABLE SET search_path = ''
RETURN identity.current_user_id() IS NULL OR identity.has_role('admin') OR identity.has_role('auditor');
REVOKE EXECUTE ON FUNCTION toolbox.sees_all() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.sees_all() TO reporting_rt;
CREATE POLICY reports ON toolbox.releases FOR SELECT TO reporting_rt USING ((SELECT toolbox.sees_all()));
CREATE POLICY reports ON toolbox.tools FOR SELECT TO reporting_rt USING ((SELECT toolbox.sees_all()));
